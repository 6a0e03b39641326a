import type { Writer } from '#db/database.ts';
import type { DemoData } from '#db/seed/demo-data.ts';
import type { DemoYear } from '#db/seed/demo-reports.ts';
import { insertRows } from '#db/seed/insert-rows.ts';

/** What the cluster wants of the year's awards; the shares are made up for the demonstration. */
export async function seedDemoCare(tx: Writer, { careAims }: DemoData, { clusterYearId }: DemoYear): Promise<void> {
  await insertRows(
    tx,
    'careAim',
    careAims.map(({ code, text }) => ({
      clusterYearId,
      lens: code,
      leastPermille: permilleOf(text),
      source: 'minh họa',
    })),
  );
}

/** 'ít nhất 60% cá nhân' → 600. */
function permilleOf(text: string): number {
  const percent = /(\d+)%/.exec(text)?.[1];
  if (percent === undefined) throw new Error(`no share in "${text}"`);
  return Number(percent) * 10;
}
