/** What the members sign: the joint text and every promise with the indicator it is made in. */
export type PledgeContent = {
  year: number;
  jointText: string;
  targets: readonly {
    unitId: string;
    indicatorVersionId: string;
    /** As they read when the promise is made: a figure means something only with its name and unit of measure. */
    name: string;
    unitOfMeasure: string;
    decimals: number;
    /** Scaled by `decimals`; null is không giao chỉ tiêu, the same as no row. */
    value: number | null;
  }[];
};

const FORM = 'luy-tre-pledge-1';

/**
 * The content as one text that is the same whenever the content is: texts in NFC, targets in the order of their ids,
 * what is not promised left out. Its SHA-256 is what freezes the pledge; pure, so that anybody can compute it again.
 */
export function canonicalPledge({ year, jointText, targets }: PledgeContent): string {
  const lines = targets
    .filter(({ value }) => value !== null)
    .map((target) => [
      target.unitId,
      target.indicatorVersionId,
      target.name.normalize('NFC'),
      target.unitOfMeasure.normalize('NFC'),
      target.decimals,
      target.value,
    ])
    .toSorted((a, b) => compare(`${a[0]} ${a[1]}`, `${b[0]} ${b[1]}`));
  return JSON.stringify([FORM, year, jointText.normalize('NFC'), lines]);
}

/** By code units: the order of a locale may change between machines. */
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
