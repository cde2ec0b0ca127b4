using System.CommandLine;
using FashionRecs.Domain.Attributes;

namespace FashionRecs.Cli.Commands;

/// <summary><c>fashionrecs vocabulary</c>: lists the attributes and values in the network's order.</summary>
internal static class VocabularyCommand
{
    public static Command Create()
    {
        var command = new Command("vocabulary", "List the attributes and their values.")
        {
            VocabularyDiscoverCommand.Create(), VocabularyEmbedCommand.Create(),
        };
        command.SetAction(_ =>
        {
            foreach (var value in AttributeVocabularyFile.Default.Values)
            {
                Console.WriteLine($"{value.Index,3}  {value.Attribute.Code,-16} {value.Code,-24} {value.Phrase,-28} {value.Chinese}");
            }

            return ExitCode.Success;
        });
        return command;
    }
}
