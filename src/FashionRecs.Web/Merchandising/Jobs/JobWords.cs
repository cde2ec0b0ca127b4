using System.Globalization;
using FashionRecs.Application.Jobs;

namespace FashionRecs.Web.Merchandising.Jobs;

/// <summary>Jobs in people's words.</summary>
public static class JobWords
{
    /// <summary>How far a job is, or nothing where nobody can say.</summary>
    public static string Progress(Job job) => job.Total > 0 ? $"{Number(job.Done)} of {Number(job.Total)}"
        : job.Done > 0 ? $"{Number(job.Done)} so far" : "";

    /// <summary>A length of time, in one word and a number.</summary>
    public static string Long(TimeSpan time) => time switch
    {
        { TotalSeconds: < 1.5 } => "1 second",
        { TotalMinutes: < 1.5 } => $"{Math.Round(time.TotalSeconds)} seconds",
        { TotalHours: < 1.5 } => $"{Math.Round(time.TotalMinutes)} minutes",
        { TotalDays: < 2 } => $"{Math.Round(time.TotalHours)} hours",
        _ => $"{Math.Round(time.TotalDays)} days",
    };

    /// <summary>How often something was tried.</summary>
    public static string Tries(int tries) => tries == 1 ? "1 try" : $"{tries} tries";

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
