/**
 * A person or desk with its unit, e.g. 'Lò Văn Pản · Sơn La'. A name that already says the unit is left as it is:
 * 'Cán bộ tổng hợp Sơn La', never 'Cán bộ tổng hợp Sơn La · Sơn La'.
 */
export function withUnit(name: string | null, unitName: string | null): string {
  const parts = unitName !== null && name?.includes(unitName) ? [name] : [name, unitName];
  return parts.filter(Boolean).join(' · ');
}
