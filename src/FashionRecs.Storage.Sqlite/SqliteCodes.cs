namespace FashionRecs.Storage.Sqlite;

/// <summary>SQLite's primary result codes that are told apart here (https://www.sqlite.org/rescode.html).</summary>
internal static class SqliteCodes
{
    /// <summary>Another connection holds the database.</summary>
    public const int Busy = 5;

    /// <summary>Another connection holds a table.</summary>
    public const int Locked = 6;

    /// <summary>The file or its folder may only be read.</summary>
    public const int ReadOnly = 8;

    /// <summary>The disk failed.</summary>
    public const int InputOutput = 10;

    /// <summary>The file is damaged.</summary>
    public const int Corrupt = 11;

    /// <summary>The disk is full.</summary>
    public const int Full = 13;

    /// <summary>The file cannot be opened.</summary>
    public const int CannotOpen = 14;

    /// <summary>A constraint was broken.</summary>
    public const int Constraint = 19;

    /// <summary>Extended code: there is a row of this primary key.</summary>
    public const int TakenKey = 1555;

    /// <summary>Extended code: there is a row of this unique value.</summary>
    public const int TakenValue = 2067;

    /// <summary>The file is no database.</summary>
    public const int NotADatabase = 26;
}
