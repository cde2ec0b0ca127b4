using System.CommandLine;
using FashionRecs.Domain.Files;
using FashionRecs.Vision.Backbones;
using FashionRecs.Vision.Runtime;
using TorchSharp;

namespace FashionRecs.Cli.Commands;

/// <summary><c>fashionrecs doctor</c>: what this machine runs the network with.</summary>
internal static class DoctorCommand
{
    public static Command Create()
    {
        var command = new Command("doctor", "Say what the network runs on: torch, device, precision, threads, weights, data.");
        command.SetAction(_ =>
        {
            var device = TorchDevice.Pick();
            var weights = AttributeModelFile.ShippedPath;
            Console.WriteLine($"torch      {torch.__version__}");
            Console.WriteLine($"device     {device}");
            Console.WriteLine($"precision  {TorchDevice.PickPrecision(device)}");
            Console.WriteLine($"threads    {torch.get_num_threads()}");
            Console.WriteLine(
                "weights    " + (File.Exists(weights)
                    ? $"{weights} (fingerprint {AttributeModelFile.Fingerprint(weights)})" : $"missing: {weights}"));
            Console.WriteLine($"data       {DataFolder.TryFind() ?? $"none; set {DataFolder.Variable} to use photographs"}");
            return File.Exists(weights) ? ExitCode.Success : ExitCode.Usage;
        });
        return command;
    }
}
