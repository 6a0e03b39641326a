import type { paths } from '#client/core/paths.ts';
import type { Api } from '#test/e2e/api.ts';
import { draftDecision, reportPath, yearOf } from '#test/e2e/demo.ts';
import { checkedImport } from '#test/e2e/imports.ts';

/**
 * A page of the product by its name in client/core/paths.ts; the sign-in page and what a link opens are not behind
 * sign-in, and the demo has no account of an office below a province, for whom `supply` is.
 */
export type PageName = Exclude<keyof typeof paths, 'signIn' | 'supplyLink' | 'supply'>;
/** An address of the demo year at which a page is to be seen. The first of a page is its picture in the tour. */
export type Visit = { page: PageName; address: string };

/**
 * Every page as one person of the demo sees it: what the tests walk and the tour takes pictures of.
 *
 * @param who account of the demo, e.g. 'chair.langson'
 * @param me its door to the server
 * @param chair the door of chair.langson, who sees what others are not told the address of
 */
export async function visitsOf(who: string, me: Api, chair: Api): Promise<Visit[]> {
  const year = await yearOf(me);
  const next = await yearOf(me, 2024);
  const { permissions } = await me.accounts.me.query();
  const { rows: nominations } = await me.nominations.list.query({ clusterYearId: year as never });
  const [award] = (await me.awards.list.query({})).rows;
  const [recipient] = (await me.recipients.list.query({ sort: 'latest-desc' })).rows;
  const [exemplar] = (await me.exemplars.list.query({})).rows;
  const [replication] = permissions.includes('replications.list') ? await me.replications.list.query({}) : [];
  const [indicator] = permissions.includes('indicators.list')
    ? (await me.indicators.list.query({ q: '', withClosed: false })).rows
    : [];
  const [past] = await chair.decisions.list.query({ status: 'issued' });
  const [certificate] = await chair.certificates.ofDecision.query({ decisionId: past!.id as never });
  const mayMerge = permissions.includes('duplicates.list');
  const pair = mayMerge ? (await me.duplicates.list.query({})).rows[0] : undefined;
  // A workbook is sent for those who see all of an import; what the others see of it are the same pages.
  const run = /^(chair\.langson|admin|auditor)$/.test(who) ? await checkedImport(chair) : undefined;
  const mayOpenDraft = permissions.includes('decisions.list') && /langson|admin|auditor/.test(who);
  const mayReadAudit = permissions.includes('audit.list');

  const addresses: Record<PageName, readonly (string | false | undefined)[]> = {
    home: ['/'],
    clusterYear: [`/cum/${year}`, `/cum/${year}?xem-theo=hien-nay`],
    yearPlan: [`/cum/${year}/ke-hoach`, `/cum/${next}/ke-hoach`],
    yearIndicators: [`/cum/${year}/chi-tieu`],
    indicators: [permissions.includes('indicators.list') && '/chi-tieu'],
    indicator: [permissions.includes('indicators.list') && `/chi-tieu/${indicator!.id}`],
    movements: [`/cum/${next}/phong-trao`, `/cum/${year}/phong-trao`],
    registrations: [`/cum/${next}/dang-ky`, `/cum/${year}/dang-ky`],
    pledgeLedger: [`/cum/${year}/giao-uoc/theo-doi`],
    pledges: [`/cum/${next}/giao-uoc`, `/cum/${year}/giao-uoc`],
    reports: [`/cum/${year}/bao-cao`],
    reportBoard: [`/cum/${year}/bao-cao/theo-doi`],
    report: [await reportPath(chair, 'Sơn La'), await reportPath(chair, 'Điện Biên')],
    // What is still being filled is its unit's own.
    reportReview: [/sonla/.test(who) && `${await reportPath(chair, 'Sơn La')}/xem-lai`],
    reportCollecting: [/sonla/.test(who) && `${await reportPath(chair, 'Sơn La')}/giao-so-nganh`],
    supplies: [permissions.includes('collecting.mine') && '/so-lieu-duoc-giao'],
    summary: [`/cum/${year}/tong-hop`, `/cum/${year}/tong-hop?xem-theo=hien-nay`],
    nominations: ['/de-nghi'],
    nomination: [`/de-nghi/${nominations[0]!.id}`],
    decisions: ['/quyet-dinh'],
    decision: [mayOpenDraft && `/quyet-dinh/${await draftDecision(chair)}`],
    certificate: [mayOpenDraft && `/bang/${certificate!.id}`],
    conference: [
      `/cum/${year}/hoi-nghi`,
      `/cum/${year}/hoi-nghi?muc=dai-bieu`,
      `/cum/${year}/hoi-nghi?muc=bien-ban`,
      `/cum/${next}/hoi-nghi`,
    ],
    conferencePacks: [
      permissions.includes('conferencePacks.ofYear') && /langson/.test(who) && `/cum/${year}/hoi-nghi/tai-lieu`,
      permissions.includes('conferencePacks.ofYear') && /langson/.test(who) && `/cum/${year}/hoi-nghi/tai-lieu?muc=mau`,
    ],
    recommendations: [`/cum/${year}/kien-nghi`],
    care: [`/cum/${year}/co-cau`],
    handOver: [`/cum/${year}/ban-giao`],
    registry: [
      '/so-khen-thuong',
      '/so-khen-thuong?view=hien-nay',
      '/so-khen-thuong?q=hoang',
      award && `/so-khen-thuong?xem=${award.id}`,
    ],
    recipients: ['/doi-tuong', '/doi-tuong?kind=collective&sort=latest-desc'],
    recipient: [recipient && `/doi-tuong/${recipient.id}`],
    duplicates: [mayMerge && '/nghi-trung', mayMerge && '/nghi-trung?status=merged'],
    duplicate: [pair && `/nghi-trung/${pair.id}`],
    imports: [permissions.includes('imports.list') && '/nhap-excel'],
    importRun: run === undefined ? [] : [`/nhap-excel/${run}`, `/nhap-excel/${run}?loc=wrong`],
    jobs: ['/cong-viec'],
    system: [permissions.includes('dumps.list') && '/he-thong'],
    outbox: [permissions.includes('mail.list') && '/thu-cho-gui'],
    mailRecipients: [permissions.includes('mail.recipients') && '/thu-cho-gui/nguoi-nhan'],
    mailSettings: ['/thu-dien-tu'],
    training: [permissions.includes('training.state') && '/che-do-tap-huan'],
    exemplars: ['/dien-hinh'],
    exemplarBank: ['/mo-hinh-hay'],
    replications: [permissions.includes('replications.list') && '/nhan-rong'],
    replication: [replication && `/nhan-rong/${replication.id}`],
    exemplar: [`/dien-hinh/${exemplar!.id}`],
    clusters: ['/danh-sach-cum'],
    cluster: ['/danh-sach-cum/CUM-7BG'],
    units: ['/don-vi', '/don-vi?ngay=2025-07-01', '/don-vi?q=15'],
    unit: ['/don-vi/VN63-15', '/don-vi/VN34-15'],
    audit: [mayReadAudit && '/nhat-ky'],
  };
  return (Object.entries(addresses) as [PageName, readonly (string | false | undefined)[]][]).flatMap(([page, each]) =>
    each.filter((address) => typeof address === 'string').map((address) => ({ page, address })),
  );
}
