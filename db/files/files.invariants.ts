import type { Reader } from '#db/database.ts';

/** What must hold of stored documents; each gives the ids that break it. */
export const invariants = [
  {
    name: 'file-hash-well-formed',
    sentence: 'Mỗi tệp có mã SHA-256 đúng dạng và không rỗng.',
    async find(db: Reader): Promise<string[]> {
      const rows = await db.selectFrom('file').select(['id', 'sha256', 'sizeBytes']).execute();
      return rows.filter((row) => !/^[0-9a-f]{64}$/.test(row.sha256) || row.sizeBytes <= 0).map(({ id }) => id);
    },
  },
  {
    name: 'file-has-its-record',
    sentence: 'Mỗi tài liệu thuộc về một hồ sơ có thật.',
    async find(db: Reader): Promise<string[]> {
      const rows = await db
        .selectFrom('file')
        .leftJoin('nomination', 'nomination.id', 'file.subjectId')
        .leftJoin('report', 'report.id', 'file.subjectId')
        .leftJoin('cluster', 'cluster.id', 'file.subjectId')
        .leftJoin('decision', 'decision.id', 'file.subjectId')
        .leftJoin('pledgeSignature as signature', 'signature.id', 'file.subjectId')
        .leftJoin('pledgeQuarter as entered', 'entered.id', 'file.subjectId')
        .leftJoin('exemplar', 'exemplar.id', 'file.subjectId')
        .leftJoin('conference', 'conference.id', 'file.subjectId')
        .leftJoin('replication', 'replication.id', 'file.subjectId')
        .leftJoin('movement', 'movement.id', 'file.subjectId')
        .leftJoin('movementConfirmation as confirmation', 'confirmation.id', 'file.subjectId')
        .leftJoin('recommendationTask', 'recommendationTask.id', 'file.subjectId')
        .leftJoin('recipient', 'recipient.id', 'file.subjectId')
        .leftJoin('importRun', 'importRun.id', 'file.subjectId')
        .leftJoin('conferencePack as pack', 'pack.id', 'file.subjectId')
        .leftJoin('paperTemplate as template', 'template.id', 'file.subjectId')
        .select(['file.id', 'file.subjectKind', 'nomination.id as nomination', 'report.id as report'])
        .select(['cluster.id as cluster', 'decision.id as decision', 'signature.id as signature'])
        .select('entered.id as progress')
        // What was made for somebody to take away belongs to its maker and goes after some days.
        .where('file.subjectKind', '<>', 'export')
        .select(['conference.id as conference', 'recommendationTask.id as task', 'exemplar.id as exemplar'])
        .select(['recipient.id as recipient', 'importRun.id as import', 'pack.id as pack', 'template.id as template'])
        .select(['replication.id as replication', 'movement.id as movement', 'confirmation.id as confirmation'])
        .execute();
      return rows
        .filter(({ id: _, subjectKind, signature, progress, task, confirmation, pack, template, ...record }) => {
          const found: Record<string, string | null> = {
            ...record,
            'pledge-signature': signature,
            'pledge-progress': progress,
            'recommendation-task': task,
            'movement-confirmation': confirmation,
            'conference-pack': pack,
            'paper-template': template,
          };
          return !found[subjectKind];
        })
        .map(({ id }) => id);
    },
  },
];
