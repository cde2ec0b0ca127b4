using Xunit.Sdk;

namespace FashionRecs.Tests.Databases;

/// <summary>Starts PostgreSQL servers for tests.</summary>
internal static class PostgreSqlOrSkip
{
    /// <summary>A server of the test's own; skips the test where there is none on this machine.</summary>
    /// <param name="keepsPromises">Whether what was committed is still there after the server was stopped at once.</param>
    public static PostgreSqlProcess Start(bool keepsPromises)
    {
        try
        {
            return new PostgreSqlProcess(keepsPromises);
        }
        catch (PlatformNotSupportedException missing)
        {
            throw SkipException.ForSkip(missing.Message);
        }
    }
}
