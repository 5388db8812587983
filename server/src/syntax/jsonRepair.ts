import { type JsonFrame, JsonFrames } from './jsonFrames.ts';
import { JsonScanner, type JsonToken } from './jsonScan.ts';
import { escapeMends, meantKey, meantValue } from './jsonStrings.ts';
import { Mender } from './mender.ts';
import type { SyntaxProblem } from './node.ts';
import type { Patch } from './patchedText.ts';
