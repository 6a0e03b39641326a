import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '#client/core/api.ts';
import css from '#client/core/shell.module.css';
import { formatInstant } from '#shared/core/dates.ts';

/** Says on every page, signed in or not, that this is the training copy; leads back to the real system. */
export function TrainingBar() {
  const trpc = useTRPC();
  // What the shell has asked for already; nothing is known before signing in.
  const { data: session } = useQuery({ ...trpc.accounts.me.queryOptions(), enabled: false });
  const at = session?.training ? formatInstant(session.training.madeAt) : '';
  return (
    <div className={css.training} role="note">
      <strong>
        <Trans>CHẾ ĐỘ TẬP HUẤN</Trans>
      </strong>
      <span className="cut">
        <Trans>Họ tên là giả định; việc làm ở đây không có giá trị và không ảnh hưởng hệ thống thật.</Trans>
      </span>
      {at && (
        <span className="tabular">
          <Trans>Bản tạo lúc {at}</Trans>
        </span>
      )}
      <a href="/" className={css.trainingWay}>
        <Trans>Về hệ thống thật</Trans>
      </a>
    </div>
  );
}
