/** Tags a text that has a program in each line, in which a backslash is one. */
export const eachLine = ({ raw: [text] }) => text.split('\n').slice(1, -1);
