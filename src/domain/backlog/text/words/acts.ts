/** What people ask a product to do, as English verbs: two of them with an object each are two wants. */
export const ACTS: readonly string[] = [
  'access add adjust allow apply approve archive assign attach block book browse buy calculate cancel change check choose',
  'close collect comment compare compose configure connect contact convert copy create customize define delete deploy disable',
  'discover display download duplicate edit email enable enter export extend filter find follow generate get give grant group',
  'hide identify implement import include inform insert install integrate invite join keep know learn limit link list load lock',
  'log maintain make manage map mark measure merge migrate modify monitor move notify open order organize pay pick plan post',
  'prevent preview print process publish purchase read receive recommend record register reject release remind remove rename',
  'renew reorder replace reply report request reset resize restore restrict retrieve return review revoke run save scan schedule',
  'search see select sell send set share show sign sort specify start stop store submit subscribe suggest support suspend switch',
  'sync tag test track transfer translate trigger turn undo unlock update upgrade upload use validate verify view visualize',
].flatMap((line) => line.split(' '));
