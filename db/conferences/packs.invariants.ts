import type { Reader } from '#db/database.ts';

/** What must hold of the papers of a conference and of their templates; each gives the ids that break it. */
export const invariants = [
  {
    name: 'conference-pack-file-as-frozen',
    sentence: 'Tệp lưu của mỗi bản tài liệu Hội nghị đúng mã SHA-256 và cỡ đã ghi lúc lập; bản đã gửi không mất tệp.',
    async find(db: Reader): Promise<string[]> {
      const rows = await db
        .selectFrom('conferencePack as pack')
        .leftJoin('file', 'file.id', 'pack.fileId')
        .select(['pack.id', 'pack.sha256', 'pack.sizeBytes', 'pack.removedAt', 'file.subjectId', 'file.subjectKind'])
        .select(['file.sha256 as stored', 'file.sizeBytes as storedBytes', 'file.removedAt as fileRemovedAt'])
        .execute();
      return rows
        .filter(
          ({ id, removedAt, ...pack }) =>
            pack.subjectKind !== 'conference-pack' ||
            pack.subjectId !== id ||
            pack.stored !== pack.sha256 ||
            pack.storedBytes !== pack.sizeBytes ||
            (removedAt === null) !== (pack.fileRemovedAt === null),
        )
        .map(({ id }) => id);
    },
  },
  {
    name: 'conference-pack-sent-whole',
    sentence: 'Bản tài liệu Hội nghị đã gửi ghi rõ ai gửi và gửi đến đâu.',
    async find(db: Reader): Promise<string[]> {
      const rows = await db
        .selectFrom('conferencePack')
        .select('id')
        .where('sentAt', 'is not', null)
        .where((eb) => eb.or([eb('sentTo', '=', ''), eb('sentByName', '=', '')]))
        .execute();
      return rows.map(({ id }) => id);
    },
  },
  {
    name: 'paper-template-has-its-file',
    sentence: 'Mỗi mẫu văn bản còn tệp Word của nó.',
    async find(db: Reader): Promise<string[]> {
      const rows = await db
        .selectFrom('paperTemplate')
        .leftJoin('file', (join) =>
          join
            .onRef('file.id', '=', 'paperTemplate.fileId')
            .onRef('file.subjectId', '=', 'paperTemplate.id')
            .on('file.removedAt', 'is', null),
        )
        .select('paperTemplate.id')
        .where('file.id', 'is', null)
        .execute();
      return rows.map(({ id }) => id);
    },
  },
];
