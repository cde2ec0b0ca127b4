namespace FashionRecs.Application.Privacy;

/// <summary>A table of the shop's database, and what it has to do with people.</summary>
/// <param name="Name">As in the database.</param>
/// <param name="About">Whom its rows are about.</param>
/// <param name="What">What is kept, for people to read; empty where it is about nobody, or nothing is written to it.</param>
/// <param name="Why">What for.</param>
/// <param name="Export">Name of the part of one's own data that holds it; null where it is about nobody, or secret even from its owner's
/// files.</param>
public sealed record StoredTable(string Name, Concern About, string What = "", string Why = "", string? Export = null);
