import { Trans } from '@lingui/react/macro';
import { Anchor, Text } from '@mantine/core';
import type { AutosaveState } from '#client/core/form/autosave.ts';
import { formatInstant } from '#shared/core/dates.ts';

/** `partly`: an input holds something that cannot be read and so was not saved. */
type Props = { state: AutosaveState; partly?: boolean };

/** One quiet line: saving, saved at, not yet saved. Read out by screen readers when it changes. */
export function AutosaveStatus({ state, partly = false }: Props) {
  return (
    <Text role="status" size="sm" c={state.kind === 'failed' || state.kind === 'refused' ? 'red.9' : 'gray.7'}>
      <Words state={state} partly={partly} />
    </Text>
  );
}

/** The reason stands above the form, which may be out of sight. */
function showReason(): void {
  const reason = document.querySelector<HTMLElement>('main [role="alert"]');
  reason?.scrollIntoView({ block: 'center' });
  reason?.querySelector<HTMLElement>('button, a')?.focus({ preventScroll: true });
}

function Words({ state, partly }: Required<Props>) {
  switch (state.kind) {
    case 'waiting':
    case 'saving':
      return <Trans>Đang lưu…</Trans>;
    case 'saved': {
      const time = formatInstant(state.at.toISOString()).slice(11);
      return partly ? <Trans>Đã lưu lúc {time}, trừ ô chưa đúng</Trans> : <Trans>Đã lưu lúc {time}</Trans>;
    }
    case 'failed':
      return <Trans>Chưa lưu được, sẽ thử lại</Trans>;
    case 'refused':
      return (
        <>
          <Trans>Chưa lưu được.</Trans>{' '}
          <Anchor component="button" type="button" size="sm" onClick={showReason}>
            <Trans>Xem lý do</Trans>
          </Anchor>
        </>
      );
    default:
      return null;
  }
}
