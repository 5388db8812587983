/**
 * The functions of jq 1.6, by how many arguments they take: what its `builtins` lists, and those with a leading
 * underscore, which it does not list and knows all the same. `npm run test:jq` compares them with the real one.
 */
const byArity: readonly (readonly [readonly number[], string])[] = [
  [
    [0],
    `acos acosh add arrays ascii_downcase ascii_upcase asin asinh atan atanh booleans builtins cbrt ceil cos cosh debug
    empty env erf erfc exp exp10 exp2 explode expm1 fabs finites floor frexp from_entries fromdate fromdateiso8601
    fromjson gamma get_jq_origin get_prog_origin get_search_list gmtime halt implode infinite input input_filename
    input_line_number inputs isfinite isinfinite isnan isnormal iterables j0 j1 keys keys_unsorted leaf_paths length
    lgamma lgamma_r localtime log log10 log1p log2 logb max min mktime modf modulemeta nan nearbyint normals not now
    nulls numbers objects pow10 recurse_down reverse rint round scalars scalars_or_empty significand sin sinh sort sqrt
    stderr strings tan tanh tgamma to_entries todate todateiso8601 tojson tonumber tostream tostring transpose trunc
    type unique utf8bytelength values y0 y1 _input _negate`,
  ],
  [[0, 1], 'combinations error first flatten halt_error last paths'],
  [[0, 1, 2], 'all any recurse'],
  [
    [1],
    `bsearch contains del delpaths endswith format fromstream getpath group_by has in index indices inside isempty join
    ltrimstr map map_values max_by min_by path repeat rindex rtrimstr scan select sort_by startswith strflocaltime
    strftime strptime truncate_stream unique_by walk with_entries _flatten _group_by_impl _max_by_impl _min_by_impl
    _sort_by_impl _strindices`,
  ],
  [[1, 2], 'IN INDEX capture match nth split splits test _nwise'],
  [[1, 2, 3], 'range'],
  [
    [2],
    `atan2 copysign drem fdim fmax fmin fmod hypot jn ldexp limit nextafter nexttoward pow remainder scalb scalbln
    setpath until while yn _assign _divide _equal _greater _greatereq _less _lesseq _minus _mod _modify _multiply
    _notequal _plus`,
  ],
  [[2, 3], 'gsub sub'],
  [[2, 3, 4], 'JOIN'],
  [[3], 'fma _match_impl'],
];

const arities: ReadonlyMap<string, readonly number[]> = new Map(
  byArity.flatMap(([counts, names]) => names.split(/\s+/).map((name) => [name, counts] as const)),
);

/** How many arguments a function takes that every program has; empty when there is none of that name. */
export const builtinArities = (name: string): readonly number[] => arities.get(name) ?? [];

/** The names that people may use, without those that begin with an underscore. */
export const builtinNames: readonly string[] = [...arities.keys()].filter((name) => !name.startsWith('_'));

/** Functions of jq 1.7 and 1.8 that 1.6 does not have. */
const laterFunctions: ReadonlySet<string> = new Set(
  `abs/0 add/1 ascii/0 date/0 dateadd/2 datesub/2 debug/1 have_decnum/0 have_literal_numbers/0 ltrim/0 pick/1 rtrim/0
  scan/2 skip/2 toarray/0 trim/0 trimstr/1`.split(/\s+/),
);

/** Whether jq 1.7 or 1.8 has a function that 1.6 does not have. */
export const isLaterFunction = (name: string, arity: number): boolean => laterFunctions.has(`${name}/${arity}`);

/** The formats that may follow `@`. */
export const formats: readonly string[] = 'text json csv tsv html uri sh base64 base64d'.split(' ');

/** Whether jq 1.7 or 1.8 has a format that 1.6 does not have. */
export const isLaterFormat = (name: string): boolean => ['base32', 'base32d', 'urid'].includes(name);
