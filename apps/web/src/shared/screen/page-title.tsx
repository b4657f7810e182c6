/** The tab's title; every screen has one. */
export const PageTitle = ({ children }: { children: string }) => <title>{`${children} · Liên Kết`}</title>;
