import type { Writer } from '#db/database.ts';
import type { DemoData } from '#db/seed/demo-data.ts';
import type { DemoYear } from '#db/seed/demo-reports.ts';
import { insertRows } from '#db/seed/insert-rows.ts';
import { exemplarFold } from '#shared/exemplars/exemplars.rules.ts';

/** The five that were presented at the conference; of real people nothing is told beyond what the news says. */
export async function seedDemoExemplars(tx: Writer, { about, exemplars }: DemoData, year: DemoYear): Promise<void> {
  await insertRows(
    tx,
    'exemplar',
    // The first of the news comes first in a list of the newest.
    exemplars.toReversed().map((exemplar) => {
      const { kind, unitId, title, place, field, story } = exemplar;
      const draft = { title, presenter: capital(exemplar.presenter ?? ''), place, field, story };
      return {
        ...draft,
        id: year.newId(),
        clusterYearId: year.clusterYearId,
        unitId,
        kind,
        searchFold: exemplarFold(draft),
        source: about.source,
        isDemo: 1,
      };
    }),
  );
}

const capital = (text: string): string => text.slice(0, 1).toLocaleUpperCase('vi') + text.slice(1);
