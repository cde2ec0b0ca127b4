namespace FashionRecs.Cli;

/// <summary>What the program's exit code says.</summary>
public static class ExitCode
{
    /// <summary>All went well.</summary>
    public const int Success = 0;

    /// <summary>Wrong usage, or an input that cannot be used at all.</summary>
    public const int Usage = 2;

    /// <summary>Some inputs failed, the rest were done.</summary>
    public const int Partial = 3;

    /// <summary>Interrupted by the user; what was done is kept.</summary>
    public const int Stopped = 130;
}
