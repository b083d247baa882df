/** Names of records in the saver's queues that several screens write: one name, so that they wait for each other. */

export const recordOfEntry = (taskId: string, windowId: string): string => `progress/${taskId}/${windowId}`;
