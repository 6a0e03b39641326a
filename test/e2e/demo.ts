import type { Api } from '#test/e2e/fixtures.ts';

/** The emulation year 2023 of the seven provinces. */
export async function yearOf(api: Api, year = 2023): Promise<string> {
  const { clusterYears } = await api.accounts.me.query();
  const found = clusterYears.find((one) => one.year === year);
  if (!found) throw new Error(`this person sees no year ${year}`);
  return found.id;
}

/** Address of the year-end report of a province, e.g. 'Sơn La'. */
export async function reportPath(api: Api, province: string): Promise<string> {
  const clusterYearId = await yearOf(api);
  const { members } = await api.reports.inbox.query({ clusterYearId: clusterYearId as never, period: 'year-end' });
  const member = members.find(({ name }) => name === province);
  if (!member?.reportId) throw new Error(`no report of ${province}`);
  return `/cum/${clusterYearId}/bao-cao/${member.reportId}`;
}

/** Address of a nomination by the name of its recipient. */
export async function nominationPath(api: Api, name: string): Promise<string> {
  const { rows } = await api.nominations.list.query({ clusterYearId: (await yearOf(api)) as never });
  const found = rows.find((row) => row.name === name);
  if (!found) throw new Error(`no nomination of ${name}`);
  return `/de-nghi/${found.id}`;
}

/** The draft decision with which the demo begins. */
export async function draftDecision(api: Api): Promise<string> {
  const [draft] = await api.decisions.list.query({ status: 'draft' });
  if (!draft) throw new Error('the demo has no draft decision');
  return draft.id;
}

/** Takes the draft decision with its twelve nominations to the state before it gets a number. */
export async function signedDecision(api: Api): Promise<string> {
  const id = (await draftDecision(api)) as never;
  const submitted = await api.decisions.submit.mutate({ id, seenVersion: 1 });
  await api.decisions.recordSigned.mutate({ id, seenVersion: submitted.version, signedOn: '2024-02-27' });
  return id;
}

/** Issues the draft decision with its twelve nominations as 372/QĐ-UBND of 27/02/2024. */
export async function issuedDecision(api: Api): Promise<string> {
  const id = (await signedDecision(api)) as never;
  const { version } = await api.decisions.byId.query({ id });
  await api.decisions.issue.mutate({
    id,
    seenVersion: version,
    number: '372',
    decidedOn: '2024-02-27',
    idempotencyKey: crypto.randomUUID(),
  });
  return id;
}
