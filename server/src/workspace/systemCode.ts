/** The code of an error of the system, such as `EACCES`; what it says where it has none. */
export const systemCode = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? String(error);
