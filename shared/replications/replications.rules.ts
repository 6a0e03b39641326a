import { htmlSignIn } from '#shared/core/plain-text.ts';
import type { Reason } from '#shared/core/reason.ts';
import type { ReplicationDraft, ReplicationStatus } from '#shared/replications/replications.schema.ts';

const LEAST_REASON = 5;
/** Nobody began to take up a model before there was emulation by law. Guards against a slip in the year. */
const EARLIEST = '1948-06-11';

/** Why the form cannot be saved, each reason with its field. */
export function replicationReasons(draft: ReplicationDraft): Reason[] {
  const found: Reason[] = [];
  if (draft.place === '') found.push({ code: 'replication.place-missing', field: 'place' });
  if (draft.leader === '') found.push({ code: 'replication.leader-missing', field: 'leader' });
  if (draft.startedOn < EARLIEST)
    found.push({
      code: 'replication.too-early',
      field: 'startedOn',
      facts: { foundOn: draft.startedOn, earliestOn: EARLIEST },
    });
  for (const field of ['place', 'leader', 'steps'] as const) found.push(...plainReasons(field, draft[field]));
  return found;
}

/** Why a line of progress cannot be added: its day lies ahead or before the beginning, or it says nothing. */
export function entryReasons(
  entry: { onDate: string; content: string },
  { startedOn, today }: { startedOn: string; today: string },
): Reason[] {
  const found: Reason[] = [];
  if (entry.content === '') found.push({ code: 'replication.entry-empty', field: 'content' });
  if (entry.onDate > today)
    found.push({ code: 'replication.entry-ahead', field: 'onDate', facts: { foundOn: entry.onDate, todayOn: today } });
  if (entry.onDate < startedOn)
    found.push({
      code: 'replication.entry-before-start',
      field: 'onDate',
      facts: { foundOn: entry.onDate, startedOn },
    });
  return [...found, ...plainReasons('content', entry.content)];
}

/** Why the state cannot be set: stopping needs a word, "with results" needs a result in figures. */
export function statusReasons(
  { status, reason }: { status: ReplicationStatus; reason: string },
  resultCount: number,
): Reason[] {
  if (status === 'stopped' && reason.length < LEAST_REASON)
    return [{ code: 'replication.stop-needs-reason', field: 'reason', facts: { leastCount: LEAST_REASON } }];
  if (status === 'done' && resultCount === 0) return [{ code: 'replication.done-needs-result', field: 'status' }];
  return [];
}

function plainReasons(field: string, text: string): Reason[] {
  const found = htmlSignIn(text);
  return found === undefined ? [] : [{ code: 'exemplar.text-html', field, facts: { found } }];
}
