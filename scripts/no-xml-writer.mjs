/**
 * Stands in for the XML writer that the library of bills of materials looks for when it is loaded: nothing here writes XML,
 * and a bundle must not go looking for packages on the machine it runs on.
 */
export {};
