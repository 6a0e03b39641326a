import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { useTRPCClient } from '#client/core/api.ts';
import { here } from '#client/core/base.ts';
import { ConfirmDialog } from '#client/core/confirm-dialog.tsx';
import { paths } from '#client/core/paths.ts';
import { useAction } from '#client/core/use-action.ts';
import { AgreeDialog } from '#client/pledges/agree-dialog.tsx';
import { type PledgeYear, seenOf } from '#client/pledges/pledge-types.ts';
import { PublishDialog } from '#client/pledges/publish-dialog.tsx';
import { ReopenDialog } from '#client/pledges/reopen-dialog.tsx';
import { addDays } from '#shared/core/dates.ts';

type Step = 'consult' | 'returnToDraft' | 'agree' | 'openSigning' | 'publish' | 'reopen';
const DAYS_TO_ANSWER = 7;

/** The PDF for everybody, and the next step for the unit that leads. */
export function PledgeActions({ year }: { year: PledgeYear }) {
  const [open, setOpen] = useState<Step | null>(null);
  const { actions, pledge } = year;
  const may = (step: Step) => actions[step].length === 0;
  const close = () => setOpen(null);
  return (
    <>
      <Button
        component="a"
        href={here(`/print/pledges/${pledge.id}.pdf`)}
        target="_blank"
        rel="noopener"
        variant="default"
        leftSection={<IconPrinter size={16} aria-hidden />}
      >
        <Trans>Tải bản PDF</Trans>
      </Button>
      <Button component="a" href={here(`/print/pledges/${pledge.id}.docx`)} variant="default">
        <Trans>Tải bản Word</Trans>
      </Button>
      {pledge.isFrozen && (
        <Button component={Link} to={paths.pledgeLedger.to(year.clusterYear.id)} variant="default">
          <Trans>Theo dõi thực hiện</Trans>
        </Button>
      )}
      {may('reopen') && (
        <Button variant="default" onClick={() => setOpen('reopen')}>
          <Trans>Mở lại nội dung</Trans>
        </Button>
      )}
      {may('returnToDraft') && (
        <Button variant="default" onClick={() => setOpen('returnToDraft')}>
          <Trans>Trở lại dự thảo</Trans>
        </Button>
      )}
      {may('consult') && (
        <Button onClick={() => setOpen('consult')}>
          <Trans>Lấy ý kiến</Trans>
        </Button>
      )}
      {may('agree') && (
        <Button onClick={() => setOpen('agree')}>
          <Trans>Thống nhất nội dung</Trans>
        </Button>
      )}
      {may('openSigning') && (
        <Button onClick={() => setOpen('openSigning')}>
          <Trans>Bắt đầu ký kết</Trans>
        </Button>
      )}
      {may('publish') && (
        <Button onClick={() => setOpen('publish')}>
          <Trans>Phát hành, lưu</Trans>
        </Button>
      )}
      {open === 'agree' && <AgreeDialog year={year} onClose={close} />}
      {open === 'publish' && <PublishDialog year={year} onClose={close} />}
      {open === 'reopen' && <ReopenDialog year={year} onClose={close} />}
      {open === 'consult' && <ConsultDialog year={year} onClose={close} />}
      {open === 'returnToDraft' && <ReturnDialog year={year} onClose={close} />}
      {open === 'openSigning' && <OpenSigningDialog year={year} onClose={close} />}
    </>
  );
}

type Props = { year: PledgeYear; onClose: () => void };

function ConsultDialog({ year: { pledge, today }, onClose }: Props) {
  const { t } = useLingui();
  const client = useTRPCClient();
  const act = useAction((dueOn: string) => client.pledges.consult.mutate({ ...seenOf(pledge), dueOn }), {
    done: t`Đã gửi dự thảo lấy ý kiến`,
    onDone: onClose,
  });
  return (
    <ConfirmDialog
      title={t`Lấy ý kiến`}
      confirmLabel={t`Gửi lấy ý kiến`}
      onClose={onClose}
      pending={act.pending}
      problem={act.problem}
      onRetry={() => void act.retry()}
      date={{ label: t`Hạn cho ý kiến`, required: true, initial: addDays(today, DAYS_TO_ANSWER) }}
      onConfirm={({ date }) => void act.run(date)}
    >
      <Trans>
        Các đơn vị xem dự thảo, đăng ký chỉ tiêu và cho ý kiến đến hết ngày này. Nội dung chung đứng yên cho đến khi trở
        lại dự thảo.
      </Trans>
    </ConfirmDialog>
  );
}

function ReturnDialog({ year: { pledge }, onClose }: Props) {
  const { t } = useLingui();
  const client = useTRPCClient();
  const act = useAction((_: null) => client.pledges.returnToDraft.mutate(seenOf(pledge)), {
    done: t`Đã trở lại dự thảo`,
    onDone: onClose,
  });
  return (
    <ConfirmDialog
      title={t`Trở lại dự thảo`}
      confirmLabel={t`Trở lại dự thảo`}
      onClose={onClose}
      pending={act.pending}
      problem={act.problem}
      onRetry={() => void act.retry()}
      onConfirm={() => void act.run(null)}
    >
      <Trans>Ý kiến đã có vẫn giữ để tiếp thu. Sau khi sửa, gửi lấy ý kiến lại về bản mới.</Trans>
    </ConfirmDialog>
  );
}

function OpenSigningDialog({ year: { pledge, members }, onClose }: Props) {
  const { t } = useLingui();
  const client = useTRPCClient();
  const count = members.length;
  const act = useAction((_: null) => client.pledges.openSigning.mutate(seenOf(pledge)), {
    done: t`Đã mở ký kết`,
    onDone: onClose,
  });
  return (
    <ConfirmDialog
      title={t`Bắt đầu ký kết`}
      confirmLabel={t`Bắt đầu ký kết`}
      onClose={onClose}
      pending={act.pending}
      problem={act.problem}
      onRetry={() => void act.retry()}
      onConfirm={() => void act.run(null)}
    >
      <Trans>
        Mời {count} đơn vị ký bản có mã nội dung <span className="tabular">{pledge.contentHash?.slice(0, 12)}…</span>
        Chữ ký ghi nhận kèm bản ký có dấu đã quét.
      </Trans>
    </ConfirmDialog>
  );
}
