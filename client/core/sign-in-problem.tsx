import { Trans } from '@lingui/react/macro';
import type { SignInResult } from '#client/core/auth.ts';

/** Why signing in did not work, without telling which part was wrong. */
export function SignInProblem({ result }: { result: Extract<SignInResult, { ok: false }> }) {
  if (result.why === 'wrong') return <Trans>Tên đăng nhập hoặc mật khẩu không đúng.</Trans>;
  if (result.why === 'too-many') {
    const minutes = result.minutes;
    return <Trans>Đã thử sai quá nhiều lần. Hãy đợi {minutes} phút rồi đăng nhập lại.</Trans>;
  }
  return <Trans>Chưa kết nối được máy chủ. Kiểm tra mạng rồi thử lại.</Trans>;
}
