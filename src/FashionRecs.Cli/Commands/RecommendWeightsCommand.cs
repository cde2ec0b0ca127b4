using System.CommandLine;
using FashionRecs.Recommenders.Features;
using FashionRecs.Recommenders.Purchases;

namespace FashionRecs.Cli.Commands;

/// <summary><c>fashionrecs recommend weights</c>: learns from purchases how much each share of the explained ranking counts.</summary>
internal static class RecommendWeightsCommand
{
    public static Command Create()
    {
        var products = new Option<string>("--products") { Description = "Product list, CSV.", Required = true };
        var purchases = new Option<string>("--purchases") { Description = "Purchases, CSV with day, customer, product.", Required = true };
        var labels =
            new Option<string?>("--labels") { Description =
            "FashionAI label file with the words of the pictures; default the one in the data folder." };
        var projected =
            new Option<string?>("--projected") { Description =
            "The network's values: JSON lines written by \"project --json\"; used instead of labels." };
        var features =
            new Option<string?>("--features") { Description =
            "The network's features of pictures and regions, written by \"project --features FILE.npy --grid 1x1\"." };
        var target = new Option<string>("--out") { Description = "File to write.", Required = true };
        var command =
            new Command("weights", "Learn the weights that the explained ranking starts from.") { products, purchases, labels, projected,
            features, target };
        command.SetAction(parsed =>
        {
            var list = ShopProducts.Read(parsed.GetValue(products)!);
            var history = new PurchaseHistory(list, PurchaseFile.Read(parsed.GetValue(purchases)!, list));
            var explained =
                RecommendationModels.Explained(
                RecommendationInputs.Read(list, parsed.GetValue(labels), parsed.GetValue(projected), parsed.GetValue(features),
                weights: "none"));
            explained.Fit(history);
            ShareWeights.Save(parsed.GetValue(target)!, explained);
            foreach (var (term, weight) in explained.Terms.Zip(explained.Likeliest).OrderByDescending(pair => pair.Second))
            {
                Console.WriteLine(FormattableString.Invariant($"{term.Name,-24} {weight,6:F2}"));
            }

            return ExitCode.Success;
        });
        return command;
    }
}
