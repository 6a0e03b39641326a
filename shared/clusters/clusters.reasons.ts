import type { Words } from '#shared/core/wording.ts';

export const CLUSTER_REASONS: Words = {
  'cluster-year.not-found': {
    vi: 'Không tìm thấy năm thi đua này, hoặc đơn vị của bạn không thuộc Cụm.',
    en: 'No such emulation year, or your unit is not in the cluster.',
  },
  'cluster.not-found': {
    vi: 'Không tìm thấy cụm, khối thi đua này, hoặc đơn vị của bạn không thuộc cụm, khối.',
    en: 'No such cluster, or your unit does not belong to it.',
  },
  'cluster-member.not-found': {
    vi: 'Không tìm thấy thành viên này của Cụm. Tải lại trang để xem danh sách hiện nay.',
    en: 'The cluster has no such member. Reload the page to see the present list.',
  },
  'cluster.not-organizer': {
    vi: 'Chỉ quản trị hệ thống, hoặc cơ quan tổ chức cụm, khối này, được sửa danh sách và năm thi đua của cụm, khối.',
    en: 'Only the administrator or the unit that organises this cluster may change its members and years.',
  },
  'cluster.not-preparer': {
    vi: 'Năm thi đua do Cụm trưởng (Khối trưởng) đương nhiệm hoặc cơ quan tổ chức cụm, khối chuẩn bị.',
    en: 'An emulation year is prepared by the unit that leads the cluster today, or by its organiser.',
  },
  'cluster.not-organizer-of-province': {
    vi: 'Đơn vị của bạn chỉ lập được cụm, khối do chính đơn vị mình tổ chức. Chọn cơ quan tổ chức là đơn vị của bạn.',
    en: 'Your unit may only make clusters that it organises itself. Choose your own unit as organiser.',
  },
  'cluster.changed-meanwhile': {
    vi: '{who} đã thay đổi cụm, khối này lúc {changedAt} ({what}). Tải lại để xem bản mới rồi làm lại.',
    en: '{who} changed this cluster at {changedAt} ({what}). Reload to see the new version and repeat.',
  },
  'cluster-year.changed-meanwhile': {
    vi: '{who} đã thay đổi năm thi đua này lúc {changedAt} ({what}). Tải lại để xem bản mới rồi làm lại.',
    en: '{who} changed this emulation year at {changedAt} ({what}). Reload to see the new version and repeat.',
  },
  'cluster.name-taken': {
    vi: 'Đã có cụm, khối tên “{name}”. Đặt tên khác để không nhầm hai cụm.',
    en: 'There is a cluster called “{name}” already. Choose another name so that nobody mixes them up.',
  },
  'cluster.closed': {
    vi: 'Cụm, khối đã kết thúc hoạt động từ ngày {closedOn}. Sửa ngày kết thúc của Cụm trước.',
    en: 'The cluster was closed on {closedOn}. Change its closing day first.',
  },
  'cluster.closed-too-early': {
    vi: 'Năm thi đua {year} còn đến hết ngày {endsOn}; ngày kết thúc hoạt động phải sau ngày đó.',
    en: 'The emulation year {year} runs until {endsOn}; the cluster can only close after that day.',
  },

  'cluster.handed-over': {
    vi: 'Đã bàn giao cho {chair} ngày {handOverOn}; từ ngày đó đơn vị của bạn chỉ xem.',
    en: 'Handed over to {chair} on {handOverOn}; since that day your unit can only read.',
  },
  'cluster.member-ended': {
    vi: '{unit} là thành viên của Cụm đến hết ngày {endedOn}; từ sau ngày đó chỉ xem được.',
    en: '{unit} was a member of the cluster until {endedOn}; since then it can only read.',
  },
  'cluster.member-begins': {
    vi: '{unit} là thành viên của Cụm từ ngày {beginsOn}; trước ngày đó chỉ xem được.',
    en: '{unit} becomes a member of the cluster on {beginsOn}; before that day it can only read.',
  },
  'cluster.not-member': {
    vi: '{unit} không là thành viên của Cụm nên chỉ xem được.',
    en: '{unit} is not a member of the cluster and can only read.',
  },

  'cluster.unit-not-found': {
    vi: 'Không tìm thấy đơn vị này. Chọn lại từ danh sách.',
    en: 'No such unit. Choose it from the list again.',
  },
  'cluster.unit-out-of-reach': {
    vi: '{unit} không thuộc {organizer}. Cụm, khối của một tỉnh chỉ gồm các đơn vị của tỉnh đó.',
    en: '{unit} does not belong to {organizer}. A cluster of a province only has units of that province.',
  },
  'cluster.unit-not-national': {
    vi: '{unit} là đơn vị cấp dưới; cụm, khối do Trung ương tổ chức chỉ gồm tỉnh, thành phố và cơ quan trung ương.',
    en: '{unit} is a lower unit; a national cluster only has provinces and central agencies.',
  },
  'cluster.member-before-unit': {
    vi: '{unit} được thành lập ngày {bornOn}; ngày tham gia phải từ ngày đó trở đi.',
    en: '{unit} has existed since {bornOn}; it cannot join before that day.',
  },
  'cluster.member-after-unit': {
    vi: '{unit} đã kết thúc hoạt động ngày {endedOn}; ngày tham gia phải từ ngày đó trở về trước. Chọn đơn vị mới hình thành nếu đã sáp nhập.',
    en: '{unit} ceased to exist on {endedOn}; it cannot join after that day. Choose the unit it became, if it was merged.',
  },
  'cluster.member-already': {
    vi: '{unit} đang là thành viên của Cụm. Một đơn vị không tham gia một Cụm hai lần cùng lúc.',
    en: '{unit} is a member of the cluster already. A unit cannot be in one cluster twice at a time.',
  },
  'cluster.member-twice': {
    vi: '{unit} là thành viên của Cụm đến hết ngày {endedOn}. Ngày tham gia lại phải từ {earliestOn}.',
    en: '{unit} is a member of the cluster until {endedOn}. It can join again from {earliestOn}.',
  },
  'cluster.member-ends-before': {
    vi: '{unit} tham gia từ ngày {beganOn}; ngày kết thúc phải từ ngày đó trở đi.',
    en: '{unit} joined on {beganOn}; its membership cannot end before that day.',
  },
  'cluster.member-again': {
    vi: '{unit} tham gia lại từ ngày {againOn}; ngày kết thúc lần trước phải trước ngày đó.',
    en: '{unit} joined again on {againOn}; the earlier membership must end before that day.',
  },
  'cluster.member-is-chair': {
    vi: '{unit} là Cụm trưởng năm {year} (đến hết {endsOn}). Đổi Cụm trưởng của năm đó trước, hoặc kết thúc từ ngày {endsOn} trở đi.',
    en: '{unit} is the chair of {year} (until {endsOn}). Change the chair of that year first, or end the membership on {endsOn} or later.',
  },
  'cluster.member-is-deputy': {
    vi: '{unit} là Cụm phó năm {year} (đến hết {endsOn}). Đổi Cụm phó của năm đó trước, hoặc kết thúc từ ngày {endsOn} trở đi.',
    en: '{unit} is the deputy chair of {year} (until {endsOn}). Change the deputy of that year first, or end the membership on {endsOn} or later.',
  },

  'cluster-year.exists': {
    vi: 'Năm thi đua {year} của Cụm đã có, Cụm trưởng là {chair}. Mỗi năm chỉ có một Cụm trưởng; muốn đổi, hãy sửa năm đã có.',
    en: 'The cluster has an emulation year {year} already, chaired by {chair}. A year has one chair; to change it, edit that year.',
  },
  'cluster-year.ends-before-start': {
    vi: 'Ngày kết thúc {endsOn} trước ngày bắt đầu {startsOn}. Nhập ngày kết thúc sau ngày bắt đầu.',
    en: 'The last day {endsOn} is before the first day {startsOn}. Enter a later last day.',
  },
  'cluster-year.not-its-year': {
    vi: 'Năm thi đua {year} lại bắt đầu ngày {startsOn}. Kiểm tra lại số năm hoặc ngày bắt đầu.',
    en: 'The emulation year {year} begins on {startsOn}. Check the number of the year or its first day.',
  },
  'cluster-year.before-previous': {
    vi: 'Năm thi đua {other} bắt đầu {startsOn}, kết thúc {endsOn}; năm {year} phải bắt đầu và kết thúc sau các ngày đó.',
    en: 'The year {other} runs from {startsOn} to {endsOn}; the year {year} must begin and end later.',
  },
  'cluster-year.after-next': {
    vi: 'Năm thi đua {other} bắt đầu {startsOn}, kết thúc {endsOn}; năm {year} phải bắt đầu và kết thúc trước các ngày đó.',
    en: 'The year {other} runs from {startsOn} to {endsOn}; the year {year} must begin and end earlier.',
  },
  'cluster-year.chair-is-deputy': {
    vi: 'Cụm trưởng và Cụm phó phải là hai đơn vị khác nhau; hiện cùng là {unit}.',
    en: 'Chair and deputy must be two different units; both are {unit}.',
  },
  'cluster-year.chair-not-member': {
    vi: '{unit} không là thành viên của Cụm suốt năm thi đua (từ {startsOn} đến {endsOn}). Chọn đơn vị khác, hoặc sửa ngày bắt đầu, kết thúc của năm thi đua.',
    en: '{unit} is not a member of the cluster throughout the year ({startsOn} to {endsOn}). Choose another unit or change the first and last day of the year.',
  },
  'cluster-year.stage-order': {
    vi: 'Giai đoạn “{stage}” kết thúc {closesOn} trước khi bắt đầu {opensOn}. Sửa lại hai ngày.',
    en: 'The stage “{stage}” ends on {closesOn}, before it begins on {opensOn}. Correct the two days.',
  },
  'cluster-year.stage-twice': {
    vi: 'Giai đoạn “{stage}” có hai lần trong kế hoạch năm. Bỏ bớt một dòng.',
    en: 'The stage “{stage}” stands twice in the plan of the year. Remove one of them.',
  },
  'cluster-year.hand-over-outside': {
    vi: 'Ngày bàn giao của năm này là {handOverOn}, phải sau ngày bắt đầu {startsOn}. Đổi ngày bàn giao trước.',
    en: 'This year is handed over on {handOverOn}, which must be after its first day {startsOn}. Change the hand-over first.',
  },

  'hand-over.not-approver': {
    vi: 'Chỉ người phê duyệt của {chair} (đang là Cụm trưởng) hoặc quản trị hệ thống ghi ngày bàn giao.',
    en: 'Only an approver of {chair} (which leads the cluster today) or the administrator may set the day of the hand-over.',
  },
  'hand-over.no-next-year': {
    vi: 'Chưa có năm thi đua {next} được công bố nên chưa biết bàn giao cho đơn vị nào. Cơ quan tổ chức hoặc Cụm trưởng mở năm {next}, chọn Cụm trưởng mới và công bố trước.',
    en: 'There is no published emulation year {next} yet, so nobody to hand over to. The organiser or the chair opens {next}, names its new chair and publishes it first.',
  },
  'hand-over.fixed': {
    vi: 'Đã bàn giao từ ngày {handOverOn}; chỉ quản trị hệ thống sửa được ngày này.',
    en: 'The hand-over took place on {handOverOn}; only the administrator can change that day.',
  },
  'hand-over.previous-open': {
    vi: 'Năm thi đua {previous} chưa có ngày bàn giao. Ghi ngày bàn giao của năm {previous} trước.',
    en: 'The year {previous} has no hand-over day yet. Set that one first.',
  },
  'hand-over.past': {
    vi: 'Ngày bàn giao phải từ hôm nay ({todayOn}) trở đi.',
    en: 'The hand-over must be today ({todayOn}) or later.',
  },
  'hand-over.before-year': {
    vi: 'Năm thi đua {year} bắt đầu ngày {startsOn}; ngày bàn giao phải sau ngày đó.',
    en: 'The year {year} begins on {startsOn}; the hand-over must be later.',
  },
  'hand-over.after-next': {
    vi: 'Năm thi đua {next} kết thúc ngày {endsOn}; phải bàn giao trước khi năm đó kết thúc.',
    en: 'The year {next} ends on {endsOn}; the hand-over must be before that.',
  },
  'hand-over.before-previous': {
    vi: 'Năm thi đua {previous} bàn giao ngày {handOverOn}; ngày bàn giao này phải sau ngày đó.',
    en: 'The year {previous} is handed over on {handOverOn}; this hand-over must be later.',
  },
  'hand-over.after-following': {
    vi: 'Năm thi đua {next} đã có ngày bàn giao {handOverOn}; ngày bàn giao này phải trước ngày đó.',
    en: 'The year {next} is handed over on {handOverOn}; this hand-over must be earlier.',
  },
  'hand-over.same-day': {
    vi: 'Ngày bàn giao và ghi chú không thay đổi nên không có gì để lưu.',
    en: 'Neither the day nor the note changed; there is nothing to save.',
  },
};
