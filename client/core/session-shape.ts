/** Answer of `accounts.me`. */
export type Session = {
  account: {
    id: string;
    username: string;
    displayName: string;
    unitId: string;
    unitName: string;
    roles: string[];
    lang: string;
  };
  permissions: string[];
  today: string;
  demo: boolean;
  clusterYears: { id: string; clusterName: string; year: number; myRole: 'chair' | 'deputy' | 'member' | null }[];
};
