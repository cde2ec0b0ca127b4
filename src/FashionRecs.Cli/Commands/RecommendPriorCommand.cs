using System.CommandLine;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Files;
using FashionRecs.Domain.Preferences;
using FashionRecs.Recommenders.Baselines;
using FashionRecs.Recommenders.Features;
using FashionRecs.Recommenders.Purchases;

namespace FashionRecs.Cli.Commands;

/// <summary><c>fashionrecs recommend prior</c>: learns what to believe of a new shopper from purchases.</summary>
internal static class RecommendPriorCommand
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
        var target = new Option<string>("--out") { Description = "File to write.", Required = true };
        var seed = new Option<int>("--seed") { Description = "Seed of the sample of shoppers and products.", DefaultValueFactory = _ => 1 };
        var command =
            new Command("prior", "Learn the prior over shoppers' weights from purchases.") { products, purchases, labels, projected, target,
            seed };
        command.SetAction(parsed =>
        {
            var vocabulary = AttributeVocabularyFile.Default;
            var list = ShopProducts.Read(parsed.GetValue(products)!);
            var history = new PurchaseHistory(list, PurchaseFile.Read(parsed.GetValue(purchases)!, list));
            var readings = parsed.GetValue(projected) is { } file ? ("network", ProjectedAttributesFile.Read(file))
                : ("labels", LabelledAttributesFile.Read(parsed.GetValue(labels) ?? DataFolder.TryFind("photos", "Annotations", "label.csv")
                    ?? throw new InvalidDataException(
                        "There is no label file; name one with --labels, or the network's values with --projected.")));
            var vectors = AttributeVectors.Of(list, ProductAttributes.Of(readings.Item1, list, vocabulary, readings.Item2), vocabulary);
            var prior = PopulationPrior.Fit(
                [.. history.Customers.Select(customer => customer.Items)], vectors,
                PreferencePrior.Flat(vocabulary, new PreferenceOptions().PriorVariance), parsed.GetValue(seed));
            var source =
                $"{history.Purchases.Count} purchases of {history.Customers.Count} customers, values from {readings.Item1}, seed "
                    + $"{parsed.GetValue(seed)}";
            new PreferencePriorFile(prior, source).Save(parsed.GetValue(target)!, vocabulary);
            foreach (var value in vocabulary.Values.Where(value => !value.IsInvisible).OrderByDescending(value => prior.Mean[value.Index]))
            {
                Console.WriteLine(
                    FormattableString.Invariant(
                    $"{value,-50} {prior.Mean[value.Index],6:F2} ± {PreferenceState.From(prior).Deviation(value.Index):F2}"));
            }

            return ExitCode.Success;
        });
        return command;
    }
}
