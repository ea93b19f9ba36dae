/** What a page knows of itself and its browser, where a server is asked from a page. */
export interface Page {
  /** Loaded over an encrypted connection: then it may not ask over a plain one. */
  encrypted: boolean;
  /** Whether the host the page comes from is in a network of one's own. */
  private: boolean;
  online(): boolean;
  /** Whether the person or a policy keeps the page from networks of one's own; undefined where that cannot be asked. */
  localNetwork(loopback: boolean): Promise<PermissionState | undefined>;
  /** Whether the page's own policy stopped a request to that origin. */
  stopped(origin: string): Promise<boolean>;
}

/** Where the calls are made from, handed in so that tests can be anywhere. */
export interface Surroundings {
  fetch: typeof fetch;
  /** Absent on the command line. */
  page?: Page;
}
