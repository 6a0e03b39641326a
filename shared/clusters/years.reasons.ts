import type { Words } from '#shared/core/wording.ts';

/** Opening, publishing and closing an emulation year; what its stages allow; what members are told of it. */
export const YEAR_REASONS: Words = {
  'cluster-year.not-draft': {
    vi: '{name}: {status}, không còn là dự thảo. Tải lại trang để xem trạng thái hiện nay.',
    en: '{name} is no longer a draft ({statusEn}). Reload the page to see how it stands.',
  },
  'cluster-year.not-published': {
    vi: '{name}: {status}. Chỉ năm đã công bố mới lưu hồ sơ được.',
    en: '{name}: {statusEn}. Only a published year can be archived.',
  },
  'cluster-year.before-leading': {
    vi: 'Năm {year} trước năm {leading} mà đơn vị bạn đang phụ trách: chỉ cơ quan tổ chức cụm, khối sửa được.',
    en: 'The year {year} comes before {leading}, the one your unit leads: only the organiser may change it.',
  },
  'cluster-year.chair-by-organizer': {
    vi: 'Năm đã công bố: đổi Cụm trưởng (Khối trưởng) do cơ quan tổ chức cụm, khối ghi. Chọn lại đơn vị cũ.',
    en: 'The year is published: another chair is recorded by the organiser of the cluster. Choose the former unit.',
  },
  'cluster-year.not-archived': {
    vi: '{name}: {status}, chưa lưu hồ sơ nên không cần mở lại.',
    en: '{name}: {statusEn}. It is not archived, so there is nothing to open again.',
  },
  'cluster-year.archive-early': {
    vi: '{name} còn đến hết ngày {endsOn}; lưu hồ sơ từ sau ngày đó.',
    en: '{name} runs until {endsOn}; it can be archived after that day.',
  },
  'cluster-year.archive-open-tasks': {
    vi: '{name} còn {openTaskCount} việc theo ý kiến chỉ đạo, đề nghị chưa có kết quả. Các đơn vị báo kết quả xong mới lưu hồ sơ.',
    en: '{name} still has {openTaskCount|task|tasks} of recommendations without an outcome. It can be archived once the members have reported on them.',
  },
  'cluster-year.archived': {
    vi: '{name} đã lưu hồ sơ ngày {archivedOn}: chỉ xem được. Cần sửa thì cơ quan tổ chức cụm, khối mở lại năm này ở trang Kế hoạch năm.',
    en: '{name} was archived on {archivedOn} and can only be read. To change something, the organiser opens the year again on its plan page.',
  },
  'cluster-year.draft': {
    vi: '{name} còn là dự thảo, chưa công bố. Cơ quan tổ chức cụm, khối công bố trước.',
    en: '{name} is still a draft. The organiser publishes it first.',
  },
  'cluster-year.ends-out-of-kind': {
    vi: 'Năm học đi qua hai năm dương lịch: bắt đầu năm {year}, kết thúc năm sau. Sửa hai ngày, hoặc chọn “Năm dương lịch”.',
    en: 'A school year spans two calendar years: it begins in {year} and ends in the next. Correct the days, or choose a calendar year.',
  },
  'cluster-year.has-records': {
    vi: 'Dự thảo này đã có {what} nên không bỏ được. Xóa các mục đó trước.',
    en: 'This draft already holds {whatEn} and cannot be dropped. Remove them first.',
  },

  'cluster-year.model-draft': {
    vi: 'Lấy theo mẫu năm {year}, mà năm {year} còn là dự thảo chưa công bố.',
    en: 'It follows {year}, which is itself an unpublished draft.',
  },
  'cluster-year.model-unfinished': {
    vi: 'Năm {year} lấy làm mẫu còn đến hết ngày {endsOn}: chỉ tiêu và số liệu của năm đó còn có thể thay đổi.',
    en: 'The model year {year} runs until {endsOn}: its indicators and figures may still change.',
  },
  'cluster-year.model-reports-open': {
    vi: 'Năm {year} lấy làm mẫu còn {openReportCount} báo cáo năm chưa tiếp nhận: số năm trước của các đơn vị đó chưa có.',
    en: 'Of the model year {year} {openReportCount|yearly report is|yearly reports are} not received: those members have no figures of the year before yet.',
  },
  'cluster-year.no-plan': {
    vi: 'Kế hoạch năm chưa có giai đoạn nào, nên chưa báo cáo nào được mở cho thành viên.',
    en: 'The plan has no stage yet, so no report is opened for members.',
  },
  'cluster-year.no-indicators': {
    vi: 'Kế hoạch có giai đoạn báo cáo nhưng chưa chọn chỉ tiêu nào: thành viên sẽ không gửi được báo cáo.',
    en: 'The plan asks for reports but no indicator is chosen: members will not be able to send one.',
  },
  'cluster-year.stage-day-off': {
    vi: 'Hạn “{stage}” ngày {closesOn} là ngày nghỉ cuối tuần; ngày làm việc kế tiếp là {nextOn}.',
    en: 'The last day of “{stage}”, {closesOn}, falls on a weekend; the next working day is {nextOn}.',
  },
  'cluster-year.stage-past': {
    vi: 'Hạn “{stage}” ngày {closesOn} đã qua (hôm nay {todayOn}).',
    en: 'The last day of “{stage}”, {closesOn}, has passed (today is {todayOn}).',
  },
  'cluster-year.stage-outside': {
    vi: '“{stage}” ({opensOn} - {closesOn}) nằm ngoài năm thi đua ({startsOn} - {endsOn}) quá nửa năm. Kiểm tra lại số năm của hai ngày.',
    en: '“{stage}” ({opensOn} - {closesOn}) lies more than half a year outside the emulation year ({startsOn} - {endsOn}). Check the year of both days.',
  },

  'stage.not-open': {
    vi: 'Giai đoạn “{stage}” mở từ 00:00 ngày {opensOn}; hôm nay {todayOn} chưa gửi được. Bản nháp vẫn được lưu.',
    en: 'The stage “{stage}” opens at 00:00 on {opensOn}; on {todayOn} it is too early to send. Your draft is kept.',
  },

  'notice.year-published': {
    vi: '{cluster}: đã công bố {title}, Cụm trưởng {chair}. Bấm để xem kế hoạch và các mốc.',
    en: '{cluster}: {titleEn} is published, chaired by {chair}. Open it to see the plan and its days.',
  },
  'notice.deadline-moved': {
    vi: '{cluster}, {title}: đổi hạn. {moves}.',
    en: '{cluster}, {titleEn}: deadlines have changed. {movesEn}.',
  },
  'notice.indicators-changed': {
    vi: '{cluster}, {title}: thêm chỉ tiêu {added}.',
    en: '{cluster}, {titleEn}: new indicators {added}.',
  },
};
