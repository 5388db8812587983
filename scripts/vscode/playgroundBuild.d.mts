export interface Machine {
  readonly versions: { readonly node: string };
  readonly platform: string;
  readonly arch: string;
}

export const majors: readonly string[];
export function buildFor(machine: Machine): string | undefined;
