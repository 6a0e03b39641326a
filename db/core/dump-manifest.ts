import type { TableDigest } from '#db/core/dump-tables.ts';
import type { Engine } from '#db/core/schema.ts';

/** Names inside a dump. */
export const DUMP_MANIFEST = 'manifest.json';
export const tablePart = (name: string): string => `tables/${name}.jsonl`;
export const filePart = (sha256: string): string => `files/${sha256}`;
export const KEYS_FOLDER = 'keys/';

export const DUMP_FORMAT = 'luy-tre-dump';
export const DUMP_VERSION = 1;

/** What a dump says of itself; `sha256` of a part is that of its content, hexadecimal. */
export type DumpManifest = {
  format: typeof DUMP_FORMAT;
  version: number;
  /** Of the program that made it. */
  program: string;
  engine: Engine;
  /** ISO instant, UTC. */
  takenAt: string;
  /** The migrations the database had seen, oldest first. */
  migrations: string[];
  tables: ({ name: string } & TableDigest)[];
  /** Contents of documents, each once, by name (its SHA-256). */
  files: { sha256: string; bytes: number }[];
  /** Contents that rows name but that were not on disk. */
  missingFiles: string[];
  /** Whether signing and encryption keys are inside. */
  keys: boolean;
  keyFiles: { name: string; sha256: string }[];
};

/** For whoever opens the dump in twenty years without this program. */
export const DUMP_README = `LŨY TRE: KẾT XUẤT TOÀN BỘ DỮ LIỆU (định dạng mở, phiên bản ${DUMP_VERSION})

Tệp .zip này gồm:

manifest.json        Mô tả: phiên bản định dạng, thời điểm, các bước cấu trúc (migrations),
                     số dòng, số byte và mã SHA-256 của từng phần.
tables/<bảng>.jsonl  Mỗi bảng một tệp JSON Lines, mã hóa UTF-8, mỗi dòng là một đối tượng JSON ứng với
                     một dòng của bảng. Dòng xếp theo khóa chính, tên cột xếp theo chữ cái.
                     Chuỗi là chuỗi, số nguyên là số, không có giá trị là null. Ngày là 'YYYY-MM-DD',
                     thời điểm là ISO 8601 giờ UTC. Tiền là đồng nguyên, tỷ lệ ghi rõ đơn vị trong tên cột.
files/<sha256>       Nội dung các tệp đính kèm, mỗi nội dung một lần, tên là mã SHA-256. Bảng "file" cho biết
                     tên gốc, loại và hồ sơ của từng tệp (cột sha256).
keys/                Chỉ có khi kết xuất với --keys: khóa ký số và khóa mã hóa số căn cước.

Không gồm: phiên đăng nhập, giới hạn truy cập tạm thời, câu trả lời giữ cho lần gửi lặp, chỉ mục tìm kiếm và số
đếm dẫn xuất (được tạo lại khi nạp).

Số căn cước (CCCD) trong bảng recipient_sensitive được mã hóa; không có khóa thì không đọc được. Khi kết xuất không kèm
khóa, hãy sao lưu thư mục keys của máy chủ riêng và nạp vào máy mới trước khi dùng.

Nhật ký: bảng audit_entry và audit_change. leaf_hash = SHA-256(byte 0x00, salt, JSON của
[id, at, actor_id, actor_name, actor_unit_id, action, subject_kind, subject_id, subject_label, cluster_year_id,
unit_id, reason, [[field, old_value, new_value], ...]]), các thay đổi xếp theo position.

Nạp lại vào cơ sở dữ liệu trống (SQLite hoặc PostgreSQL):  npm run db -- load <tệp.zip>
Tệp chứa dữ liệu cá nhân và mã băm mật khẩu: giữ như giữ máy chủ.
`;
