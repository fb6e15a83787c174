/** Whether the viewer may administer the Jira site. @throws ReadFailure */
export type MayAdministerSite = () => Promise<boolean>;

/** Whether the viewer may administer the space; false for one that they do not see. @throws ReadFailure */
export type MayAdministerSpace = (spaceId: string) => Promise<boolean>;
