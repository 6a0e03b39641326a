import { answerParent } from '#bench/child.ts';
import { clerkOf, contextFor } from '#bench/data/clerk.ts';
import { benchContext } from '#bench/data/context.ts';
import type { Copy } from '#bench/data/copy.ts';
import { checkValue } from '#bench/load/wire.ts';
import { closedLoop, type LoopOptions, type Summary, summarize } from '#bench/measure.ts';
import {
  byIdInput,
  createInput,
  deepInput,
  listInput,
  type Operation,
  type Subject,
  searchInput,
} from '#bench/operations.ts';
import { type Db, openDatabase } from '#db/core/connect.ts';
import type { AppContext } from '#server/core/context.ts';
import { awardAggregate } from '#server/registry/aggregate.service.ts';
import { awardById, recordAward } from '#server/registry/registry.service.ts';
import { awardPage } from '#server/registry/search.service.ts';
import { sweepSearchWords } from '#server/registry/search-frequency.service.ts';
import type { AwardFilters, AwardId } from '#shared/registry/registry.schema.ts';

export type ProcessJob =
  | { kind: 'open'; copy: Copy }
  | { kind: 'measure'; operation: Operation; loop: LoopOptions; subject: Subject };

let app: AppContext;

answerParent<ProcessJob>(async (job) => {
  if (job.kind === 'measure') return measure(job.operation, job.loop, job.subject);
  app = await open(job.copy);
  return {};
});

async function open({ dataDir, file, url }: Copy): Promise<AppContext> {
  const db: Db = await openDatabase({ file, url });
  // As the server does when it starts: a search picks its way by how common a word is.
  await sweepSearchWords(db);
  return benchContext(db, dataDir);
}

async function measure(operation: Operation, loop: LoopOptions, subject: Subject): Promise<Summary> {
  const actor = await clerkOf(app.db);
  const list = contextFor(app, actor, 'awards.list');
  const byId = contextFor(app, actor, 'awards.byId');
  const record = contextFor(app, actor, 'awards.record');
  const calls: Record<Operation, (index: number) => Promise<unknown>> = {
    list: (index) => awardPage(list, listInput(subject, index) as AwardFilters),
    deep: (index) => awardPage(list, { cursor: deepInput(subject, index).cursor }),
    aggregate: () => awardAggregate(contextFor(app, actor, 'awards.aggregate'), {}),
    searchRare: (index) => awardPage(list, searchInput('searchRare', index)),
    searchCommon: (index) => awardPage(list, searchInput('searchCommon', index)),
    searchLetter: (index) => awardPage(list, searchInput('searchLetter', index)),
    searchNone: (index) => awardPage(list, searchInput('searchNone', index)),
    searchUnit: (index) => awardPage(list, searchInput('searchUnit', index)),
    byId: (index) => awardById(byId, byIdInput(subject, index).id as AwardId),
    create: (index) => recordAward(record, createInput(subject, index)),
  };
  const call = async (index: number) => checkValue(operation, await calls[operation](index));
  return summarize(await closedLoop(call, loop));
}
