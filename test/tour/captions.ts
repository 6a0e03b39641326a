import type { PageName } from '#test/e2e/pages.ts';

/** What the tour says of a page, and as whom it looks at it. */
export type Caption = { who: string; title: string; sentence: string };

const CHAIR = 'chair.langson';

/** In the order of the tour. A page without its line here does not compile. */
export const CAPTIONS: Readonly<Record<PageName, Caption>> = {
  home: {
    who: CHAIR,
    title: 'Tổng quan · Overview',
    sentence: 'What waits for this person today, with its deadline, and how far the emulation year has come.',
  },
  clusterYear: {
    who: CHAIR,
    title: 'Cụm khối thi đua · Workspace of the cluster',
    sentence:
      'Seven provinces, their chair and stages of the year; each province with how far its report and lists are.',
  },
  movements: {
    who: CHAIR,
    title: 'Phong trào · Movements',
    sentence:
      'The launch of the year with its contents, and the movements of the Prime Minister, the provinces and the cluster.',
  },
  pledgeLedger: {
    who: 'staff.sonla',
    title: 'Theo dõi thực hiện giao ước · Ledger of the pledge',
    sentence: 'How far each promise came by each quarter, and at year end whether it was kept and how that was judged.',
  },
  pledges: {
    who: CHAIR,
    title: 'Giao ước · Pledge',
    sentence: 'The joint text with its targets, frozen by its hash, and who has signed it in which capacity.',
  },
  reports: {
    who: CHAIR,
    title: 'Báo cáo · Reports',
    sentence: 'Every member’s report of a period: draft, sent, sent back with a reason, received.',
  },
  reportBoard: {
    who: CHAIR,
    title: 'Bảng theo dõi báo cáo · Board of the reports',
    sentence: 'Who sent in time, late or not at all, beside the year before; reminders go out from here.',
  },
  report: {
    who: 'staff.sonla',
    title: 'Báo cáo của tỉnh · One report',
    sentence: 'Figures beside those of last year and the target; a figure out of the ordinary asks for its reason.',
  },
  reportReview: {
    who: 'staff.sonla',
    title: 'Xem lại trước khi gửi · Looking it over',
    sentence: 'What is missing and what looks wrong, with its explanation, before the report goes to the cluster.',
  },
  reportCollecting: {
    who: 'staff.sonla',
    title: 'Giao sở, ngành cung cấp số · Figures from the offices',
    sentence: 'Which office of the province owes which figures by when; its answers beside the report’s own.',
  },
  supplies: {
    who: 'staff.sonla',
    title: 'Số liệu được giao · Figures asked of an office',
    sentence: 'What an office of the province was asked for, by whom and until when.',
  },
  summary: {
    who: CHAIR,
    title: 'Biểu tổng hợp · Consolidated table',
    sentence: 'The sums and means of the cluster; each opens to the figures it was computed from.',
  },
  nominations: {
    who: CHAIR,
    title: 'Hồ sơ đề nghị · Nominations',
    sentence: 'Who is put forward for an award, and what each file still lacks.',
  },
  nomination: {
    who: CHAIR,
    title: 'Một hồ sơ · One nomination',
    sentence: 'The achievement in words, the documents, and the conditions of the law with their sources.',
  },
  decisions: {
    who: CHAIR,
    title: 'Quyết định · Decisions',
    sentence: 'Drafts and issued decisions with their numbers; a cancelled one stays and says so.',
  },
  decision: {
    who: CHAIR,
    title: 'Dự thảo quyết định · Draft of a decision',
    sentence: 'Names in order, the common sentence, the prize by the rule of the day, and the way to the number.',
  },
  certificate: {
    who: CHAIR,
    title: 'Bằng · One certificate',
    sentence: 'Golden-book number, printing, signature, seal, hand-over, and the code by which anyone can verify it.',
  },
  conference: {
    who: CHAIR,
    title: 'Hội nghị · Conference',
    sentence: 'Programme, delegates and minutes of the conference of 05/03/2024.',
  },
  conferencePacks: {
    who: CHAIR,
    title: 'Bộ tài liệu Hội nghị · Conference papers',
    sentence: 'Every version of the conference papers as it was made, the one that was sent frozen by its hash.',
  },
  recommendations: {
    who: CHAIR,
    title: 'Kiến nghị · Recommendations',
    sentence: 'The four recommendations of the central committee as tasks with a lead, a due date and an outcome.',
  },
  care: {
    who: CHAIR,
    title: 'Cơ cấu khen thưởng · Structure of awards',
    sentence:
      'Shares of border communes, small collectives, direct workers, women and minorities beside the cluster’s own aim.',
  },
  handOver: {
    who: CHAIR,
    title: 'Bàn giao · Hand-over',
    sentence: 'What the chair of 2023 hands to that of 2024; rights move on the date, reading stays.',
  },
  registry: {
    who: CHAIR,
    title: 'Sổ khen thưởng · Registry',
    sentence: 'Every award with the unit of its time, or counted for the units of today.',
  },
  recipients: {
    who: CHAIR,
    title: 'Tập thể, cá nhân · Recipients',
    sentence: 'Everybody who was ever given an award, found by name without accents and in any order of words.',
  },
  recipient: {
    who: CHAIR,
    title: 'Quá trình khen thưởng · One recipient',
    sentence: 'Who it is, every award with its decision and certificate, titles by year, and holds.',
  },
  duplicates: {
    who: CHAIR,
    title: 'Nghi trùng hồ sơ · Likely duplicates',
    sentence: 'Two lines that may be one recipient, with the grounds of the suspicion.',
  },
  duplicate: {
    who: CHAIR,
    title: 'So sánh, ghép · Compare and merge',
    sentence: 'Both side by side; what is kept is chosen field by field, and can be taken back for thirty days.',
  },
  imports: {
    who: CHAIR,
    title: 'Nhập từ Excel · Imports',
    sentence: 'Every file that was read in, what it changed, and until when it can be taken back.',
  },
  importRun: {
    who: CHAIR,
    title: 'Một lần nhập · One import',
    sentence: 'Columns, dry run and the rows that are wrong, each with its reason and a suggestion.',
  },
  jobs: {
    who: CHAIR,
    title: 'Công việc đang chạy · Jobs',
    sentence: 'Long work in the background: how far it is, what it said, who asked for it.',
  },
  system: {
    who: 'admin',
    title: 'Hệ thống · System',
    sentence: 'A dump of everything in open formats, with hashes, ready to be restored elsewhere.',
  },
  yearPlan: {
    who: CHAIR,
    title: 'Kế hoạch năm · Plan of the year',
    sentence: 'A draft until it is published: stages with what may be done by whom, before and after each deadline.',
  },
  yearIndicators: {
    who: CHAIR,
    title: 'Chỉ tiêu của năm · Indicators of the year',
    sentence: 'Chosen from the catalogue, in the order of the report, headline ones marked.',
  },
  indicators: {
    who: CHAIR,
    title: 'Danh mục chỉ tiêu · Catalogue of indicators',
    sentence: 'What is measured, in which unit and how it is added up, with dated versions.',
  },
  indicator: {
    who: CHAIR,
    title: 'Một chỉ tiêu · One indicator',
    sentence: 'Its definition, its versions, and the series it continues.',
  },
  registrations: {
    who: CHAIR,
    title: 'Đăng ký thi đua · Registration of titles',
    sentence: 'Titles each member aims at, added up, beside what the register says was reached.',
  },
  exemplarBank: {
    who: CHAIR,
    title: 'Mô hình hay của các cụm, khối · Model bank',
    sentence: 'Exemplars and models that a chair agreed to share beyond the cluster.',
  },
  replications: {
    who: CHAIR,
    title: 'Nhân rộng · Replications',
    sentence: 'Models taken up from others, and by others, with progress and result in figures.',
  },
  replication: {
    who: CHAIR,
    title: 'Một lần nhân rộng · One replication',
    sentence: 'Where, since when, who leads, step by step.',
  },
  outbox: {
    who: 'admin',
    title: 'Thư chờ gửi · Outbox',
    sentence: 'Every letter, what became of it and why; sent again, dropped with a reason, or copied out by hand.',
  },
  mailRecipients: {
    who: 'admin',
    title: 'Địa chỉ người nhận · Recipients',
    sentence: 'Where the letters of each account go; whoever has no address yet.',
  },
  mailSettings: {
    who: 'staff.sonla',
    title: 'Thư điện tử · E-mail',
    sentence: 'Each chooses their letters: reminders, every notice, a digest at seven in the morning.',
  },
  training: {
    who: 'admin',
    title: 'Chế độ tập huấn · Training copy',
    sentence: 'A copy of the data with invented names to practise in: made, reset and removed in one press.',
  },
  exemplars: {
    who: CHAIR,
    title: 'Điển hình, mô hình · Exemplars',
    sentence: 'People, collectives and models worth telling of, with year and place.',
  },
  exemplar: {
    who: CHAIR,
    title: 'Một điển hình · One exemplar',
    sentence: 'The story, who presented it and where.',
  },
  clusters: {
    who: 'admin',
    title: 'Danh sách Cụm, Khối · Clusters and blocks',
    sentence: 'National clusters and those of a province’s communes, with their members of today.',
  },
  cluster: {
    who: 'admin',
    title: 'Một Cụm · One cluster',
    sentence: 'Members with their dates, chair and deputy by year, regulations as documents.',
  },
  units: {
    who: 'admin',
    title: 'Danh mục đơn vị · Units',
    sentence: '63 provinces until 30/06/2025, 34 since, as of any day; found by old and new names and codes.',
  },
  unit: {
    who: 'admin',
    title: 'Một đơn vị · One unit',
    sentence: 'Names, codes and lineage with their documents: code 15 was Yên Bái and is Lào Cai.',
  },
  audit: {
    who: 'auditor',
    title: 'Nhật ký · History',
    sentence: 'Who changed what, when and why, old value and new.',
  },
};
