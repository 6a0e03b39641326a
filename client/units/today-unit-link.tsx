import { Trans, useLingui } from '@lingui/react/macro';
import { Anchor } from '@mantine/core';
import { Link } from 'react-router';
import { paths } from '#client/core/paths.ts';
import type { TodayUnit } from '#client/units/unit-types.ts';
import css from '#client/units/units.module.css';

type Props = {
  unit: TodayUnit;
  /** Ids of the units of the record; what the unit was formed from beside them says that it was not among them. */
  members?: ReadonlySet<string>;
};

/** A unit of today and what it was formed from: "gộp từ Hà Giang, Tuyên Quang (ngoài Cụm)". */
export function TodayUnitLink({ unit, members }: Props) {
  const { t } = useLingui();
  const names = unit.formedFrom
    .map(({ unitId, name }) => (members && !members.has(unitId) ? t`${name} (ngoài Cụm)` : name))
    .join(', ');
  return (
    <span>
      <Anchor component={Link} to={paths.unit.to(unit.unitId)}>
        {unit.name}
      </Anchor>
      {names && (
        <span className={css.beneath}>
          <Trans>gộp từ {names}</Trans>
        </span>
      )}
    </span>
  );
}
