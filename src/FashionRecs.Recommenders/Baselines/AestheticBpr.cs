using FashionRecs.Recommenders.Pictures;
using FashionRecs.Recommenders.Pictures.Aesthetics;

namespace FashionRecs.Recommenders.Baselines;

/// <summary>
/// Aesthetic-based clothing recommendation (Yu, Zhang, He, Chen, Xiong, Qin, WWW 2018): how a picture looks joins what it shows in one
/// model of user and product factors. The paper takes the looks from a pretrained aesthetic network, which is not to be had here; they are
/// computed from pixels instead (<see cref="AestheticFeatures"/>). Its factors of time are left out: a few days know no season.
/// </summary>
public static class AestheticBpr
{
    /// <summary>The model on both kinds of features.</summary>
    /// <param name="aesthetics">Per product the numbers of <see cref="AestheticTable.Standardize"/>.</param>
    /// <param name="features">What the network sees, or null for the aesthetics alone.</param>
    public static VisualBpr Create(float[][] aesthetics, PictureFeatureTable? features, VisualBprOptions options) =>
        new(features is null ? aesthetics : AestheticTable.Join(aesthetics, features.Pictures), options,
            features is null ? "aesthetics alone" : "aesthetics and pictures");
}
