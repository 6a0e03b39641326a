/** From what the joint text of a new year is started. */
type Start = {
  clusterName: string;
  year: number;
  /** Nội dung phát động of the year, in order; empty where nothing was launched yet. */
  launch: readonly string[];
  /** Last year's joint text; undefined where there was none. */
  before: { year: number; jointText: string } | undefined;
};

/**
 * The first draft of a joint text: what the cluster launched this year; else last year's text with its year moved on;
 * else one sentence to begin from. Official words, so Vietnamese only.
 */
export function firstJointText({ clusterName, year, launch, before }: Start): string {
  const opening = `Các đơn vị thành viên ${clusterName} thống nhất ký kết giao ước thi đua năm ${year}`;
  if (launch.length > 0) {
    const lines = launch.map((line, index) => `${index + 1}. ${line.replace(/[.;\s]+$/, '')}.`);
    return [`${opening} với các nội dung sau:`, ...lines].join('\n');
  }
  if (before) return before.jointText.replaceAll(`năm ${before.year}`, `năm ${year}`);
  return `${opening}: tổ chức thực hiện có hiệu quả các phong trào thi đua; phấn đấu hoàn thành các chỉ tiêu đăng ký dưới đây.`;
}
