import { screenConfig } from '#tools/screen-config';

export { screenAliases, screenConfig } from '#tools/screen-config';

export default screenConfig('static/backlog-health');
