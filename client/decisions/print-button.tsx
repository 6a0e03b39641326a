import { Button, type ButtonProps } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTRPCClient } from '#client/core/api.ts';
import { here } from '#client/core/base.ts';
import { ProblemAlert } from '#client/core/problem-alert.tsx';
import { useAction } from '#client/core/use-action.ts';
import type { CertificateId } from '#shared/certificates/certificates.schema.ts';
import type { DecisionId } from '#shared/decisions/decisions.schema.ts';

type Target = { decisionId: DecisionId } | { certificateId: CertificateId };
type Props = { target: Target; children: ReactNode; disabled?: boolean } & Pick<ButtonProps, 'variant' | 'size'>;

/** Records that a print is made, then opens the PDF in a tab of its own. */
export function PrintButton({ target, children, disabled = false, ...look }: Props) {
  const client = useTRPCClient();
  const print = useAction(async (what: Target) => {
    // Opened at once, while the press still counts: after an answer from the server browsers would block it.
    const tab = window.open('', '_blank');
    try {
      const { url } = await client.certificates.print.mutate(what);
      if (tab) tab.location.href = here(url);
      else window.location.assign(here(url));
      return url;
    } catch (error) {
      tab?.close();
      throw error;
    }
  });
  return (
    <>
      <Button
        {...look}
        disabled={disabled}
        loading={print.pending}
        leftSection={<IconPrinter size={16} aria-hidden />}
        onClick={() => void print.run(target)}
      >
        {children}
      </Button>
      <ProblemAlert problem={print.problem} onRetry={() => void print.retry()} />
    </>
  );
}
