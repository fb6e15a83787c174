import type { ContentProperty } from '#sandbox/confluence/model';
import { versionBean } from '#sandbox/confluence/rest/beans';

/** A content property of version 2. */
export function propertyBean(property: ContentProperty) {
  const { id, key, value, version, authorId, createdAt, message } = property;
  return { id, key, value, version: versionBean({ number: version, authorId, createdAt, message }) };
}
