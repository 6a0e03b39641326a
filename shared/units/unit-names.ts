/**
 * The full name of a unit in the middle of a sentence: 'Tỉnh Sơn La' → 'tỉnh Sơn La'. The word for its kind is a common
 * noun there (Nghị định 30/2020/NĐ-CP, Phụ lục II); names of agencies ('Sở Nội vụ …') keep their capital.
 */
export function inSentence(fullName: string): string {
  return fullName.replace(/^(Tỉnh|Thành phố|Huyện|Quận|Thị xã|Thị trấn|Phường|Xã|Đặc khu) /, (kind) =>
    kind.toLowerCase(),
  );
}
