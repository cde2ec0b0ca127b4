namespace FashionRecs.Application;

/// <summary>
/// The database cannot be used as it is: damaged, no database of a shop, or from a newer version. It is an <see cref="IOException"/>, so
/// that whoever wants to write keeps what they have: a restored backup mends it.
/// </summary>
public sealed class UnusableDatabaseException(string message, Exception? cause = null) : IOException(message, cause);
