import { generatePath } from 'react-router';

/**
 * Every address of the product: `path` for the router, `to` for links.
 * Addresses are Vietnamese without accents, because people read them to each other on the telephone.
 */
export const paths = {
  home: { path: '/', to: () => '/' },
  signIn: {
    path: '/dang-nhap',
    /** `back` is where to go after signing in: an address of this site. */
    to: (back?: string) => (back && back !== '/' ? `/dang-nhap?ve=${encodeURIComponent(back)}` : '/dang-nhap'),
  },
  clusterYear: one('/cum/:clusterYearId', 'clusterYearId'),
  yearPlan: one('/cum/:clusterYearId/ke-hoach', 'clusterYearId'),
  yearIndicators: one('/cum/:clusterYearId/chi-tieu', 'clusterYearId'),
  indicators: { path: '/chi-tieu', to: () => '/chi-tieu' },
  indicator: one('/chi-tieu/:id', 'id'),
  reports: one('/cum/:clusterYearId/bao-cao', 'clusterYearId'),
  reportBoard: one('/cum/:clusterYearId/bao-cao/theo-doi', 'clusterYearId'),
  report: {
    path: '/cum/:clusterYearId/bao-cao/:reportId',
    to: (clusterYearId: string, reportId: string) =>
      generatePath('/cum/:clusterYearId/bao-cao/:reportId', { clusterYearId, reportId }),
  },
  reportReview: ofReport('xem-lai'),
  reportCollecting: ofReport('giao-so-nganh'),
  supplies: { path: '/so-lieu-duoc-giao', to: () => '/so-lieu-duoc-giao' },
  supply: one('/so-lieu-duoc-giao/:id', 'id'),
  /** For whoever has the link; what follows "#" stays in the browser. */
  supplyLink: { path: '/cung-cap-so', to: (token: string) => `/cung-cap-so#${token}` },
  summary: one('/cum/:clusterYearId/tong-hop', 'clusterYearId'),
  pledges: one('/cum/:clusterYearId/giao-uoc', 'clusterYearId'),
  pledgeLedger: one('/cum/:clusterYearId/giao-uoc/theo-doi', 'clusterYearId'),
  nominations: { path: '/de-nghi', to: () => '/de-nghi' },
  nomination: one('/de-nghi/:id', 'id'),
  decisions: { path: '/quyet-dinh', to: () => '/quyet-dinh' },
  decision: one('/quyet-dinh/:id', 'id'),
  certificate: one('/bang/:id', 'id'),
  audit: { path: '/nhat-ky', to: () => '/nhat-ky' },
  units: { path: '/don-vi', to: () => '/don-vi' },
  unit: one('/don-vi/:id', 'id'),
  clusters: { path: '/danh-sach-cum', to: () => '/danh-sach-cum' },
  cluster: one('/danh-sach-cum/:id', 'id'),
  handOver: one('/cum/:clusterYearId/ban-giao', 'clusterYearId'),
  movements: one('/cum/:clusterYearId/phong-trao', 'clusterYearId'),
  registrations: one('/cum/:clusterYearId/dang-ky', 'clusterYearId'),
  conference: one('/cum/:clusterYearId/hoi-nghi', 'clusterYearId'),
  conferencePacks: one('/cum/:clusterYearId/hoi-nghi/tai-lieu', 'clusterYearId'),
  recommendations: one('/cum/:clusterYearId/kien-nghi', 'clusterYearId'),
  care: one('/cum/:clusterYearId/co-cau', 'clusterYearId'),
  exemplars: { path: '/dien-hinh', to: () => '/dien-hinh' },
  exemplar: one('/dien-hinh/:id', 'id'),
  exemplarBank: { path: '/mo-hinh-hay', to: () => '/mo-hinh-hay' },
  replications: { path: '/nhan-rong', to: () => '/nhan-rong' },
  replication: one('/nhan-rong/:id', 'id'),
  registry: { path: '/so-khen-thuong', to: () => '/so-khen-thuong' },
  recipients: { path: '/doi-tuong', to: () => '/doi-tuong' },
  recipient: one('/doi-tuong/:id', 'id'),
  duplicates: { path: '/nghi-trung', to: () => '/nghi-trung' },
  duplicate: one('/nghi-trung/:id', 'id'),
  imports: { path: '/nhap-excel', to: () => '/nhap-excel' },
  importRun: one('/nhap-excel/:id', 'id'),
  jobs: { path: '/cong-viec', to: () => '/cong-viec' },
  system: { path: '/he-thong', to: () => '/he-thong' },
  outbox: { path: '/thu-cho-gui', to: () => '/thu-cho-gui' },
  mailRecipients: { path: '/thu-cho-gui/nguoi-nhan', to: () => '/thu-cho-gui/nguoi-nhan' },
  mailSettings: { path: '/thu-dien-tu', to: () => '/thu-dien-tu' },
  training: { path: '/che-do-tap-huan', to: () => '/che-do-tap-huan' },
} as const;

function ofReport(page: string) {
  const path = `/cum/:clusterYearId/bao-cao/:reportId/${page}` as const;
  return { path, to: (clusterYearId: string, reportId: string) => generatePath(path, { clusterYearId, reportId }) };
}

function one(path: string, name: string) {
  return { path, to: (id: string): string => generatePath(path, { [name]: id }) };
}

/** The address to go back to after signing in; anything that is not a plain path of this site becomes home. */
export function safeBack(back: string | null): string {
  return back && /^\/(?![/\\])[^\s\\]*$/.test(back) ? back : paths.home.to();
}
