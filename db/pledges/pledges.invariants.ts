import { sql } from 'kysely';
import type { Reader } from '#db/database.ts';
import { pledgeHash } from '#db/pledges/pledge.hash.ts';
import { findPledgeContent } from '#db/pledges/pledges.queries.ts';
import { vietnamDate } from '#shared/core/dates.ts';
import { isFrozen } from '#shared/pledges/pledge-steps.rules.ts';
import { quartersOf } from '#shared/pledges/progress.rules.ts';

/** What must hold of pledges; each gives what breaks it. */
export const invariants = [
  {
    name: 'pledge-progress-of-members',
    sentence: 'Tiến độ giao ước là của đơn vị thành viên của Cụm.',
    async find(db: Reader): Promise<string[]> {
      const rows = await db
        .selectFrom('pledgeProgress as progress')
        .innerJoin('pledge', 'pledge.id', 'progress.pledgeId')
        .innerJoin('clusterYear', 'clusterYear.id', 'pledge.clusterYearId')
        .select(['progress.pledgeId', 'progress.unitId', 'progress.quarter'])
        .where(
          sql<boolean>`not exists (select 1 from cluster_member m
            where m.cluster_id = ${sql.ref('clusterYear.clusterId')} and m.unit_id = ${sql.ref('progress.unitId')})`,
        )
        .execute();
      return rows.map(({ pledgeId, unitId, quarter }) => `${pledgeId} ${unitId} ${quarter}`);
    },
  },
  {
    name: 'pledge-quarter-has-its-figures',
    sentence: 'Mỗi quý đã ghi có số liệu của chính đơn vị, không tính đến ngày trước khi quý bắt đầu.',
    async find(db: Reader): Promise<string[]> {
      const rows = await db
        .selectFrom('pledgeQuarter as entered')
        .innerJoin('pledge', 'pledge.id', 'entered.pledgeId')
        .innerJoin('clusterYear', 'clusterYear.id', 'pledge.clusterYearId')
        .select(['entered.id', 'entered.quarter', 'entered.asOf', 'clusterYear.year', 'clusterYear.yearKind'])
        .select((eb) =>
          eb
            .exists(
              eb
                .selectFrom('pledgeProgress as progress')
                .select('progress.quarter')
                .whereRef('progress.pledgeId', '=', 'entered.pledgeId')
                .whereRef('progress.unitId', '=', 'entered.unitId')
                .whereRef('progress.quarter', '=', 'entered.quarter'),
            )
            .as('hasFigures'),
        )
        .execute();
      return rows
        .filter(({ hasFigures, asOf, quarter, ...year }) => {
          const span = quartersOf(year).find((one) => one.quarter === quarter)!;
          return !hasFigures || (asOf !== null && asOf < span.startsOn);
        })
        .map(({ id }) => id);
    },
  },
  {
    name: 'pledge-signed-by-members',
    sentence: 'Chỉ thành viên của Cụm ký giao ước, và giao ước đã công bố thì mọi chữ ký đã đủ.',
    async find(db: Reader): Promise<string[]> {
      const rows = await db
        .selectFrom('pledgeSignature')
        .innerJoin('pledge', 'pledge.id', 'pledgeSignature.pledgeId')
        .innerJoin('clusterYear', 'clusterYear.id', 'pledge.clusterYearId')
        .select('pledgeSignature.id')
        .where((eb) =>
          eb.or([
            sql<boolean>`not exists (select 1 from cluster_member m
              where m.cluster_id = ${sql.ref('clusterYear.clusterId')} and m.unit_id = ${sql.ref('pledgeSignature.unitId')})`,
            eb.and([
              eb('pledge.status', '=', 'published'),
              eb('pledgeSignature.signedOn', 'is', null),
              // Whoever had left by then was not waited for.
              sql<boolean>`exists (select 1 from cluster_member m
                where m.cluster_id = ${sql.ref('clusterYear.clusterId')}
                  and m.unit_id = ${sql.ref('pledgeSignature.unitId')}
                  and (m.valid_to is null or m.valid_to >= ${sql.ref('pledge.publishedOn')}))`,
            ]),
          ]),
        )
        .execute();
      return rows.map(({ id }) => id);
    },
  },
  {
    name: 'pledge-target-is-asked',
    sentence: 'Chỉ tiêu giao ước thuộc bộ chỉ tiêu của năm.',
    async find(db: Reader): Promise<string[]> {
      const rows = await db
        .selectFrom('pledgeTarget')
        .innerJoin('pledge', 'pledge.id', 'pledgeTarget.pledgeId')
        .leftJoin('clusterYearIndicator as asked', (join) =>
          join
            .onRef('asked.clusterYearId', '=', 'pledge.clusterYearId')
            .onRef('asked.indicatorVersionId', '=', 'pledgeTarget.indicatorVersionId'),
        )
        .select(['pledgeTarget.unitId', 'pledgeTarget.indicatorVersionId'])
        .where('asked.indicatorVersionId', 'is', null)
        .execute();
      return rows.map(({ unitId, indicatorVersionId }) => `${unitId} ${indicatorVersionId}`);
    },
  },
  {
    name: 'pledge-frozen-as-agreed',
    sentence: 'Giao ước đã thống nhất đúng với mã nội dung, và mọi chữ ký là cho nội dung ấy.',
    async find(db: Reader): Promise<string[]> {
      const pledges = await db.selectFrom('pledge').select(['id', 'status', 'contentHash']).execute();
      const broken: string[] = [];
      for (const { id, status, contentHash } of pledges) {
        const now = isFrozen(status) ? pledgeHash(await findPledgeContent(db, id)) : null;
        if (contentHash !== now) broken.push(id);
      }
      const signatures = await db
        .selectFrom('pledgeSignature as signature')
        .innerJoin('pledge', 'pledge.id', 'signature.pledgeId')
        .select(['signature.id', 'signature.contentHash', 'pledge.contentHash as agreed'])
        .where('signature.signedOn', 'is not', null)
        .execute();
      const stray = signatures.filter(({ contentHash, agreed }) => contentHash === null || contentHash !== agreed);
      return [...broken, ...stray.map(({ id }) => id)];
    },
  },
  {
    name: 'pledge-scan-of-its-signature',
    sentence: 'Trang ký đính kèm là tệp của chính chữ ký đó và chưa bị gỡ.',
    async find(db: Reader): Promise<string[]> {
      const rows = await db
        .selectFrom('pledgeSignature as signature')
        .leftJoin('file', (join) =>
          join
            .onRef('file.id', '=', 'signature.fileId')
            .onRef('file.subjectId', '=', 'signature.id')
            .on('file.removedAt', 'is', null),
        )
        .select('signature.id')
        .where('signature.fileId', 'is not', null)
        .where('file.id', 'is', null)
        .execute();
      return rows.map(({ id }) => id);
    },
  },
  {
    name: 'pledge-steps-in-order',
    sentence: 'Giao ước ký sau khi thống nhất nội dung, phát hành sau chữ ký cuối cùng, có ngày và nơi.',
    async find(db: Reader): Promise<string[]> {
      const pledges = await db
        .selectFrom('pledge')
        .leftJoin('pledgeSignature as signature', 'signature.pledgeId', 'pledge.id')
        .select(['pledge.id', 'pledge.status', 'pledge.frozenAt', 'pledge.publishedOn', 'pledge.place'])
        .select('signature.signedOn')
        .execute();
      const broken = pledges.filter(({ status, frozenAt, publishedOn, place, signedOn }) => {
        if (isFrozen(status) !== (frozenAt !== null)) return true;
        if (signedOn !== null && (frozenAt === null || signedOn < vietnamDate(new Date(frozenAt)))) return true;
        if (status !== 'published') return publishedOn !== null;
        return publishedOn === null || place === null || publishedOn < (signedOn ?? '');
      });
      return [...new Set(broken.map(({ id }) => id))];
    },
  },
];
