using System.Globalization;

namespace FashionRecs.Benchmarks.Scale;

/// <summary>
/// Gives processes a share of processor time by a control group of Linux: <c>cpu.max</c> of version 2, or <c>cpu.cfs_quota_us</c> of
/// version 1. Needs the right to make one, which root has.
/// </summary>
internal sealed class ProcessorShare : IDisposable
{
    private const int Period = 20_000;
    private const string Root = "/sys/fs/cgroup";
    private readonly string folder;
    private readonly bool isUnified;

    private ProcessorShare(string folder, bool isUnified) => (this.folder, this.isUnified) = (folder, isUnified);

    /// <summary>How it is done here, in words.</summary>
    public string Words => isUnified ? "cgroup v2, cpu.max" : "cgroup v1, cpu.cfs_quota_us";

    /// <summary>Makes a group without a limit yet; null where this machine or user cannot.</summary>
    /// <param name="name">Name of the group.</param>
    public static ProcessorShare? TryCreate(string name)
    {
        foreach (var (parent, isUnified) in new[] { (Root, true), ($"{Root}/cpu", false), ($"{Root}/cpu,cpuacct", false) })
        {
            try
            {
                if (isUnified && File.Exists($"{parent}/cgroup.controllers")
                    && File.ReadAllText($"{parent}/cgroup.controllers").Split(' ').Contains("cpu"))
                {
                    File.WriteAllText($"{parent}/cgroup.subtree_control", "+cpu");
                }

                if (File.Exists($"{parent}/{(isUnified ? "cgroup.controllers" : "cpu.cfs_quota_us")}"))
                {
                    var folder = Directory.CreateDirectory($"{parent}/{name}").FullName;
                    var share = new ProcessorShare(folder, isUnified);
                    if (File.Exists($"{folder}/{share.LimitFile}"))
                    {
                        return share;
                    }

                    Directory.Delete(folder);
                }
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // Not this way.
            }
        }

        return null;
    }

    /// <summary>Takes a process in, with all that it starts.</summary>
    public void Add(int process) => File.WriteAllText($"{folder}/cgroup.procs", process.ToString(CultureInfo.InvariantCulture));

    /// <summary>Limits the group to a part of one core; 0 takes the limit away.</summary>
    public void Limit(double cores)
    {
        var quota = cores > 0 ? ((int)(cores * Period)).ToString(CultureInfo.InvariantCulture) : isUnified ? "max" : "-1";
        if (!isUnified)
        {
            File.WriteAllText($"{folder}/cpu.cfs_period_us", $"{Period}");
        }

        File.WriteAllText($"{folder}/{LimitFile}", isUnified ? $"{quota} {Period}" : quota);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        for (var left = 40; left > 0 && Directory.Exists(folder); left--)
        {
            try
            {
                Directory.Delete(folder);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // A process has not quite ended; an empty group that stays harms nobody.
                Thread.Sleep(50);
            }
        }
    }

    private string LimitFile => isUnified ? "cpu.max" : "cpu.cfs_quota_us";
}
