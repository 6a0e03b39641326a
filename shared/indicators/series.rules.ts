import { divideRounded } from '#shared/indicators/indicators.rules.ts';

/** predecessor × num / den = figure of the later version, both in their unit of measure. */
export type Factor = { num: bigint; den: bigint };
const SAME: Factor = { num: 1n, den: 1n };

/** A version and the one whose series it goes on; without factor the series begins anew. */
export type VersionLink = {
  id: string;
  decimals: number;
  predecessorId: string | null;
  factorNum: number | null;
  factorDen: number | null;
};

/**
 * How figures of earlier versions are read as figures of this one: itself first, then its predecessors as far back as
 * the chain goes on. Stored figures are never changed: this is a reading.
 */
export function conversionsTo(versions: readonly VersionLink[], versionId: string): Map<string, Factor> {
  const byId = new Map(versions.map((version) => [version.id, version]));
  const found = new Map<string, Factor>([[versionId, SAME]]);
  let at = byId.get(versionId);
  let factor = SAME;
  while (at?.predecessorId && at.factorNum && at.factorDen && !found.has(at.predecessorId)) {
    factor = { num: factor.num * BigInt(at.factorNum), den: factor.den * BigInt(at.factorDen) };
    found.set(at.predecessorId, factor);
    at = byId.get(at.predecessorId);
  }
  return found;
}

/**
 * A scaled figure of one version as a scaled figure of another, halves away from zero: 8.905.200 triệu at 0 decimals
 * is 8.905,2 tỷ at one decimal. Null when it is larger than a figure can be.
 */
export function convertScaled(
  scaled: number,
  { num, den }: Factor,
  decimals: { from: number; to: number },
): number | null {
  const up = 10n ** BigInt(Math.max(0, decimals.to - decimals.from));
  const down = 10n ** BigInt(Math.max(0, decimals.from - decimals.to));
  const converted = divideRounded(BigInt(scaled) * num * up, den * down);
  return Number.isSafeInteger(converted) ? converted : null;
}

export const isSameFigure = ({ num, den }: Factor): boolean => num === den;

type Stated = { unitOfMeasure: string };

/** '1.000 triệu đồng = 1 tỷ đồng', the smaller numbers first cut by what both sides share; null where nothing changes. */
export function conversionText({ num, den }: Factor, from: Stated, to: Stated): string | null {
  if (num === den && from.unitOfMeasure === to.unitOfMeasure) return null;
  const shared = commonDivisor(num, den);
  return `${grouped(den / shared)} ${from.unitOfMeasure} = ${grouped(num / shared)} ${to.unitOfMeasure}`;
}

const grouped = (count: bigint) => count.toString().replace(/\B(?=(\d{3})+$)/g, '.');

function commonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : commonDivisor(b, a % b);
}

/** Money and counts by the size of their unit of measure. */
const SIZES: Readonly<Record<string, { of: string; size: bigint }>> = {
  đồng: { of: 'đồng', size: 1n },
  'nghìn đồng': { of: 'đồng', size: 1_000n },
  'triệu đồng': { of: 'đồng', size: 1_000_000n },
  'tỷ đồng': { of: 'đồng', size: 1_000_000_000n },
  'nghìn tỷ đồng': { of: 'đồng', size: 1_000_000_000_000n },
  người: { of: 'người', size: 1n },
  'nghìn người': { of: 'người', size: 1_000n },
  'triệu người': { of: 'người', size: 1_000_000n },
  kg: { of: 'kg', size: 1n },
  tạ: { of: 'kg', size: 100n },
  tấn: { of: 'kg', size: 1_000n },
  'nghìn tấn': { of: 'kg', size: 1_000_000n },
  m: { of: 'm', size: 1n },
  km: { of: 'm', size: 1_000n },
  m2: { of: 'm2', size: 1n },
  ha: { of: 'm2', size: 10_000n },
  km2: { of: 'm2', size: 1_000_000n },
};

/** The factor between two units of measure that are known to measure the same; undefined: a person says it. */
export function usualFactor(from: string, to: string): Factor | undefined {
  if (from === to) return SAME;
  const [a, b] = [SIZES[from.toLowerCase()], SIZES[to.toLowerCase()]];
  if (!a || !b || a.of !== b.of) return undefined;
  const shared = commonDivisor(a.size, b.size);
  return { num: a.size / shared, den: b.size / shared };
}
