import { t } from '@lingui/core/macro';

/**
 * Words for what a schema found. Schemas of `shared` give codes ('date.impossible'); zod itself speaks English.
 * The server words its own findings, so a sentence that is not a code is shown as it is.
 */
export function wordIssue(message: string | undefined): string | undefined {
  if (message === undefined) return undefined;
  switch (message) {
    case 'required':
      return t`Chưa nhập ô này`;
    case 'date.impossible':
    case 'date.format':
      return t`Ngày không hợp lệ: nhập ngày/tháng/năm, ví dụ 05/03/2024`;
    case 'id.format':
      return t`Chưa chọn ô này`;
    default:
      return /^[a-z-]+(\.[a-z-]+)+$/.test(message) ? t`Giá trị chưa đúng (mã ${message})` : message;
  }
}

type Issue = {
  code?: string | undefined;
  input?: unknown;
  minimum?: number | bigint | undefined;
  maximum?: number | bigint | undefined;
  origin?: string | undefined;
};

/** zod's own findings in words a clerk understands; handed to `z.config({ customError })` when the program starts. */
export function wordZodIssue(issue: Issue): string {
  const { code, input, origin } = issue;
  const nothing = input === undefined || input === null || input === '';
  if (nothing) return t`Chưa nhập ô này`;
  const minimum = String(issue.minimum);
  const maximum = String(issue.maximum);
  if (code === 'too_big') {
    return origin === 'string' ? t`Dài quá ${maximum} ký tự` : t`Lớn nhất là ${maximum}`;
  }
  if (code === 'too_small') {
    return origin === 'string' ? t`Cần ít nhất ${minimum} ký tự` : t`Nhỏ nhất là ${minimum}`;
  }
  if (code === 'invalid_value') return t`Chọn một trong các giá trị có sẵn`;
  return t`Giá trị chưa đúng`;
}
