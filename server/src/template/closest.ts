import { distance } from 'fastest-levenshtein';

/** The candidate that was most likely meant, letter case aside; undefined when none is near. */
export function closest(name: string, candidates: Iterable<string>): string | undefined {
  const wanted = name.toLowerCase();
  let best: string | undefined;
  let least = Math.max(2, Math.floor(name.length * 0.34)) + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - name.length) >= least) continue;
    const steps = distance(wanted, candidate.toLowerCase());
    if (steps < least && steps < Math.max(name.length, candidate.length) / 2 + 0.5) {
      best = candidate;
      least = steps;
    }
  }
  return best;
}
