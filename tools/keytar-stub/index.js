// Stands in for keytar, which @forge/lint pulls in for the CLI's login and which compiles against libsecret.
// Nothing here logs in, so every look-up answers "nothing stored".
const nothing = async () => null;

module.exports = {
  getPassword: nothing,
  setPassword: nothing,
  deletePassword: nothing,
  findCredentials: async () => [],
};
