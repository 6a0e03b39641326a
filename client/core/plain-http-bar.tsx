import { Trans } from '@lingui/react/macro';
import css from '#client/core/shell.module.css';

/** On a closed office network without TLS everybody should know that the line can be listened to. */
export function PlainHttpBar() {
  if (window.isSecureContext !== false) return null;
  return (
    <div className={css.demo} role="note">
      <Trans>Kết nối không được mã hóa: chỉ dùng trong mạng nội bộ khép kín của cơ quan.</Trans>
    </div>
  );
}
