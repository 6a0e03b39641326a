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
